using MentorCloud.App.Transfer;
using MentorCloud.Host;
using MentorCloud.Contracts.Grains;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings.Practice;
using MentorCloud.Domain.Privacy;
using MentorCloud.Gateway.Ids;
using MentorCloud.GrainRuntime;
using MentorCloud.Integration.Tests.Clocked;
using MentorCloud.Integration.Tests.Isolation.Matrix;
using MentorCloud.Integration.Tests.Pairings;
using MentorCloud.Integration.Tests.Processes;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.Integration.Tests.States;

/// <summary>
/// Has the real server fill a tenant with a grain of every kind, and writes what it stored: the archive that
/// <c>MentorCloud.Grains.Tests/StoredStates</c> keeps, so that later programs go on reading it.
/// </summary>
internal static class StateArchive
{
    private const int EntriesOverAPage = 60;

    /// <param name="file">Where to write; there must be none.</param>
    /// <returns>The kinds of grains that the archive has.</returns>
    public static async Task<IReadOnlyCollection<string>> WriteAsync(string file)
    {
        await using var server = new ClockedServer();
        await server.InitializeAsync();
        using var sample = await SampleTenant.BuildAsync(server, server.Demo);
        await TellAsync(server, sample);
        await server.Services.GetRequiredService<GrainHost>().RestAsync();

        var grains = ActivatorUtilities.CreateInstance<StoredGrains>(server.Services);
        await using var target = new FileStream(file, FileMode.CreateNew);
        await GrainArchive.ExportAsync(grains, sample.Id, target, CancellationToken.None);
        var kinds = new SortedSet<string>(StringComparer.Ordinal);
        await foreach (var record in grains.ReadAsync(sample.Id, CancellationToken.None))
        {
            kinds.Add(record.GrainType);
        }

        return kinds;
    }

    /// <summary>What the sample lacks: a taxonomy, a pin, a long pairing and a mentor who leaves.</summary>
    private static async Task TellAsync(ClockedServer server, SampleTenant sample)
    {
        using var company = await Company.OpenAsync(server, "ST", mentors: 2, mentees: 2);
        await company.Admin.DoAsync("taxonomyAdd", string.Empty, new() { ["experiences"] = new[] { new { category = "CRISIS", name = "A recall" } } });
        var pair = await new PairSteps(server, company, "E-1").SignAsync();
        await company.Admin.DoAsync("cohortPinPair", string.Empty, new()
        {
            ["cohort"] = company.Cohort, ["pair"] = new { mentor = pair.Mentor.Id, mentee = pair.Mentee.Id },
        });
        await WriteEntriesAsync(server, sample.Id, pair);
        await company.Admin.DoAsync("participantReportDeparture", string.Empty, new() { ["participant"] = pair.Mentor.Id });
        await Poll.UntilAsync("the search for cover", HostProgram.Bound, async () =>
            (await pair.SeeAsync(company.Admin, "cover { status }")).GetRawText().Contains("PROPOSED", StringComparison.Ordinal) ? "found" : null);
    }

    private static async Task WriteEntriesAsync(ClockedServer server, TenantId tenant, PairSteps pair)
    {
        GlobalId.TryRead<PairingId>(pair.Pairing, "Pairing", out var pairing);
        GlobalId.TryRead<ParticipantId>(pair.Mentee.Id, "Participant", out var mentee);
        var writer = Actor.User(tenant, EntityId.New<AccountId>(server.Now), Role.Mentee, mentee);
        var grain = server.Services.GetRequiredService<IGrainFactory>().GetGrain<IPairingGrain>(GrainKey.Of(tenant, pairing));
        for (var number = 0; number < EntriesOverAPage; number++)
        {
            var entry = new WriteEntry { Kind = EntryKind.Note, Visibility = Visibility.Pair, Texts = [new EntryText("text", $"Note {number}")] };
            (await grain.Handle(writer, EntityId.New<CommandId>(server.Now), entry)).OrThrow();
        }
    }
}
