using System.Text;
using System.Text.Json;
using MentorCloud.App.Backups;
using MentorCloud.Contracts.Audit;
using MentorCloud.Contracts.Facts;
using MentorCloud.Contracts.Grains;
using MentorCloud.Contracts.State;
using MentorCloud.Contracts.Views;
using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;
using MentorCloud.GrainRuntime;

namespace MentorCloud.Integration.Tests.Crash;

/// <summary>After a start: every outbox gets empty, the views equal the grains row for row, and no fact is missing, doubled or out of order.</summary>
internal sealed class ViewCheck(CrashInstallation on)
{
    /// <summary>On a full disk nothing leaves an outbox any more, and the next start looks.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(Environment.GetEnvironmentVariable("SHIM_FULL") is null ? 300 : 2);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private static readonly byte[] Unpublished = Encoding.UTF8.GetBytes("\"outbox\":[{");

    private readonly List<string> problems = [];

    /// <param name="whole">Also the audit log's chain and the views' file from beginning to end.</param>
    /// <returns>Each problem as a sentence.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(bool whole)
    {
        await WaitForOutboxesAsync();
        var differences = await on.Get<IViewRebuild>().RebuildAsync(ProjectAsync(), CancellationToken.None);
        if (differences != 0)
            problems.Add($"{differences} rows of the views differ from the grains");
        await ReadFactsAsync();
        if (!whole)
            return problems;
        problems.AddRange(SqliteFile.Problems(Path.Combine(on.Folder, DataFiles.Views)));
        if (await on.Get<IAuditLog>().FirstAlteredAsync(CrashInstallation.Tenant, CancellationToken.None) is { } altered)
            problems.Add($"the audit log's chain breaks at {altered}");
        return problems;
    }

    private async Task WaitForOutboxesAsync()
    {
        var until = TimeProvider.System.GetTimestamp() + (long)(Patience.TotalSeconds * TimeProvider.System.TimestampFrequency);
        while (await UnpublishedAsync() is { } grain)
        {
            if (TimeProvider.System.GetTimestamp() > until)
            {
                problems.Add($"{grain} still holds unpublished facts {Patience.TotalSeconds} s after the start");
                return;
            }

            await Task.Delay(Pause, TimeProvider.System);
        }
    }

    private async Task<string?> UnpublishedAsync()
    {
        var catalog = on.Get<IGrainStateCatalog>();
        foreach (var (type, state) in await catalog.ListKindsAsync(CancellationToken.None))
        {
            await foreach (var entry in catalog.EnumerateAsync(type, state, string.Empty, CancellationToken.None))
            {
                if (entry.State.Payload.Span.IndexOf(Unpublished) >= 0)
                    return entry.Key.ToString();
            }
        }

        return null;
    }

    private async IAsyncEnumerable<(TenantId Tenant, string Grain, long Sequence, IReadOnlyList<ViewRow> Rows)> ProjectAsync()
    {
        foreach (var (kind, project) in new (string, Func<string, Task<Projection>>)[]
        {
            ("Tenant", key => on.Grains.GetGrain<ITenantGrain>(key).Project(CrashInstallation.System)),
            ("Participant", key => on.Grains.GetGrain<IParticipantGrain>(key).Project(CrashInstallation.System)),
            ("Cohort", key => on.Grains.GetGrain<ICohortGrain>(key).Project(CrashInstallation.System)),
            ("Pairing", key => on.Grains.GetGrain<IPairingGrain>(key).Project(CrashInstallation.System)),
        })
        {
            var name = kind.ToLowerInvariant();
            await foreach (var entry in on.Get<IGrainStateCatalog>().EnumerateAsync(name, name, string.Empty, CancellationToken.None))
            {
                var projection = await project(entry.Key.Key);
                yield return (CrashInstallation.Tenant, $"{kind}/{entry.Key.Key}", projection.Sequence, projection.Rows);
            }
        }
    }

    /// <summary>Participants and cohorts tell one fact with each commit; their sequences must run on without a gap from start to start.</summary>
    private async Task ReadFactsAsync()
    {
        var file = on.Folder + ".facts";
        var seen = File.Exists(file) ? JsonSerializer.Deserialize<Seen>(await File.ReadAllTextAsync(file))! : new Seen(0, []);
        var position = seen.Position;
        while (await on.Get<IFactFeed>().ReadAsync(position, 1_000, CancellationToken.None) is { Count: > 0 } page)
        {
            position = page[^1].Position;
            foreach (var fact in page.Where(fact => !fact.Grain.StartsWith("Pairing/", StringComparison.Ordinal)))
            {
                if (fact.Sequence != seen.Last.GetValueOrDefault(fact.Grain) + 1)
                    problems.Add($"{fact.Grain} told fact {fact.Sequence} after {seen.Last.GetValueOrDefault(fact.Grain)}");
                seen.Last[fact.Grain] = fact.Sequence;
            }
        }

        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(seen with { Position = position }));
    }

    private sealed record Seen(long Position, Dictionary<string, long> Last);
}
