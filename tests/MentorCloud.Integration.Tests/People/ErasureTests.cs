using MentorCloud.App.People;
using MentorCloud.Contracts.Accounts;
using MentorCloud.Integration.Tests.Clocked;
using MentorCloud.Integration.Tests.Pairings;
using MentorCloud.Integration.Tests.Processes;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.Integration.Tests.People;

/// <summary>Erasure takes a person's words out of everything, whatever happens in between.</summary>
[Collection(ClockedCollection.Name)]
public sealed class ErasureTests(ClockedServer server)
{
    private const int Steps = 5;

    [Fact]
    public async Task Words_and_address_of_an_erased_person_are_in_no_file_and_the_others_stay()
    {
        var canary = $"canary{Guid.NewGuid():N}"[..20];
        using var company = await Company.OpenAsync(server, canary[..12], mentors: 1, mentees: 1);
        var pair = await WrittenAsync(company, canary);
        var address = $"{canary[..12]}.{pair.Mentee.ExternalId}@story.example".ToLowerInvariant();
        await server.Services.GetRequiredService<IAccountMail>().SendAsync(new AccountMail(address, "A new password", "Words"), CancellationToken.None);
        await LeaveAsync(company, pair);

        await company.Admin.DoAsync("participantErase", "erased", Naming(pair));
        await ForgottenAsync(pair);
        await EraseAsync(company, pair, "COMPLETE");

        var seen = await pair.SeeAsync(company.Admin, "contracts { terms { mentorRole confidentialityNorms } } escalations { openedBy subject } mentee { name externalId }");
        Assert.DoesNotContain(canary, seen.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("Challenges and opens doors", seen.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("The mentor's own case", seen.GetRawText(), StringComparison.Ordinal);
        await CanarySearch.InFolderAsync(server.DataPath, canary);
        await CanarySearch.InFolderAsync(server.DataPath, address);
        await CanarySearch.InFolderAsync(server.DataPath, pair.Mentee.ExternalId);
        using var restored = await CanarySearch.InBackupAsync(server, canary);
        await CanarySearch.InExportAsync(restored, server.Demo.Slug, canary);
    }

    [Fact]
    public async Task Erasure_that_is_cut_off_after_any_step_comes_to_its_end_by_itself()
    {
        var erasure = server.Services.GetRequiredService<PersonErasure>();
        for (var cut = 1; cut <= Steps; cut++)
        {
            var canary = $"cut{cut}{Guid.NewGuid():N}"[..20];
            using var company = await Company.OpenAsync(server, $"K{Guid.NewGuid():N}"[..8], mentors: 1, mentees: 1);
            var pair = await WrittenAsync(company, canary);
            await LeaveAsync(company, pair);
            await CutOffAsync(erasure, cut, async () =>
            {
                // The last step done is the end of it; but a file that was in use for two seconds may have put it off before that.
                var progress = await ProgressAsync(company, pair);
                Assert.True(progress == "UNDERWAY" || cut == Steps, $"cut off after step {cut}: {progress}");
            });

            await ForgottenAsync(pair);
            await EraseAsync(company, pair, "COMPLETE");
            Assert.Single(await AuditTrail.ActionsOnAsync(server, pair.Mentee), action => action == "ParticipantForgotten");
            await CanarySearch.InFolderAsync(server.DataPath, canary);
        }
    }

    [Fact]
    public async Task Retention_forgets_the_words_of_ended_pairings_on_its_day_and_not_before()
    {
        var canary = $"kept{Guid.NewGuid():N}"[..20];
        using var company = await Company.OpenAsync(server, $"R{Guid.NewGuid():N}"[..8], mentors: 1, mentees: 1);
        var pair = await WrittenAsync(company, canary);
        await company.Admin.DoAsync("tenantSetRetention", "tenant { retentionDays }", new() { ["days"] = 45 });
        Assert.Equal(("INPUT_INVALID", "days"), await company.Admin.RefusedAsync("tenantSetRetention", new() { ["days"] = 29 }));
        try
        {
            await LeaveAsync(company, pair);
            await server.PassDaysAsync(44);
            Assert.Contains(canary, await WordsAsync(company, pair), StringComparison.Ordinal);
            await server.PassDaysAsync(2);

            Assert.DoesNotContain(canary, await WordsAsync(company, pair), StringComparison.Ordinal);
            Assert.DoesNotContain("Challenges and opens doors", await WordsAsync(company, pair), StringComparison.Ordinal);
        }
        finally
        {
            await company.Admin.DoAsync("tenantSetRetention", "tenant { retentionDays }", new() { ["days"] = null });
        }
    }

    private static async Task<string> WordsAsync(Company company, PairSteps pair) =>
        (await pair.SeeAsync(company.Admin, "contracts { terms { mentorRole confidentialityNorms } } escalations { subject }")).GetRawText()
        + (await pair.SeeAsync(pair.Mentor, "entries { nodes { texts { text } } }")).GetRawText();

    /// <summary>A contract by both, an escalation of each, and texts of entries.</summary>
    private async Task<PairSteps> WrittenAsync(Company company, string canary)
    {
        var pair = new PairSteps(server, company, "E-1");
        await pair.Mentor.DoAsync("pairingDraftContract", string.Empty, pair.With(("terms", PairSteps.Terms())));
        var terms = PairSteps.Terms();
        terms["confidentialityNorms"] = $"{canary} norms";
        await pair.Mentee.DoAsync("pairingDraftContract", string.Empty, pair.With(("terms", terms)));
        await pair.Mentee.DoAsync("pairingProposeContract", string.Empty, pair.With());
        await pair.Mentor.DoAsync("pairingSignContract", string.Empty, pair.With(("version", 2)));
        await pair.Mentee.DoAsync("pairingSignContract", string.Empty, pair.With(("version", 2)));
        await pair.Mentee.DoAsync("pairingOpenEscalation", string.Empty, pair.With(("subject", $"{canary} subject")));
        await pair.Mentor.DoAsync("pairingOpenEscalation", string.Empty, pair.With(("subject", "The mentor's own case")));
        await pair.Mentee.DoAsync("pairingExcuseCheckIn", string.Empty, pair.With(("reason", $"{canary} reason")));
        await pair.WriteAsync(pair.Mentee, "NOTE", "PAIR", [("text", $"{canary} note")]);
        return pair;
    }

    /// <summary>Whatever was cut off or could not be done at once, the person's reminder comes to its end.</summary>
    private async Task ForgottenAsync(PairSteps pair) => await Poll.UntilAsync("the end of the erasure", HostProgram.Bound, async () =>
    {
        if ((await AuditTrail.ActionsOnAsync(server, pair.Mentee)).Contains("ParticipantForgotten"))
        {
            return "done";
        }

        await server.PassAsync(TimeSpan.FromMinutes(1));
        return null;
    });

    /// <summary>Asks for the erasure, once more or for the first time, and is told how far it has come.</summary>
    private static async Task EraseAsync(Company company, PairSteps pair, string progress) => Assert.Equal(progress, await ProgressAsync(company, pair));

    private static async Task<string?> ProgressAsync(Company company, PairSteps pair)
    {
        var answer = await company.Admin.DoAsync("participantErase", "erased progress", Naming(pair));
        var progress = answer.GetProperty("progress").GetString();
        Assert.Equal(progress == "COMPLETE", answer.GetProperty("erased").GetBoolean());
        return progress;
    }

    private static async Task LeaveAsync(Company company, PairSteps pair) =>
        await company.Admin.DoAsync("participantReportDeparture", string.Empty, Naming(pair));

    private static Dictionary<string, object?> Naming(PairSteps pair) => new() { ["participant"] = pair.Mentee.Id };

    /// <summary>Whatever runs comes no further than a step, as if the process died there; afterwards nothing holds it up.</summary>
    private static async Task CutOffAsync(PersonErasure erasure, int step, Func<Task> act)
    {
        erasure.Reached = done =>
        {
            if (done == step)
            {
                throw new IOException("cut off");
            }
        };
        try
        {
            await act();
        }
        finally
        {
            erasure.Reached = null;
        }
    }
}
