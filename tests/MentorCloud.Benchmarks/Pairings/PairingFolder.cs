using System.Globalization;
using System.Text;
using MentorCloud.Contracts.Grains;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings;
using MentorCloud.GrainRuntime;

namespace MentorCloud.Benchmarks.Pairings;

/// <summary>A data folder full of published pairings, each with its reminder, written through the store.</summary>
internal static class PairingFolder
{
    private const int AtOnce = 1_000;
    private static readonly TenantId Tenant = EntityId.Parse<TenantId>("019b76daa8007913a8a0284615368723");
    private static readonly TimeSpan Month = TimeSpan.FromDays(30);

    public static Actor System { get; } = Actor.System(Tenant, "benchmark");

    public static string Key(int number) => $"{Tenant}/{Id(number)}";

    /// <param name="folder">Empty.</param>
    /// <param name="pairings">How many.</param>
    /// <returns>Bytes of one stored pairing.</returns>
    public static async Task<int> FillAsync(string folder, int pairings)
    {
        await using var host = await PairingHost.StartAsync(folder);
        var first = await MakeFirstAsync(host);
        var (states, reminders) = (host.Get<IGrainStateStore>(), host.Get<IReminderStore>());
        var start = TimeProvider.System.GetUtcNow() + TimeSpan.FromDays(1);
        foreach (var some in Enumerable.Range(1, pairings - 1).Chunk(AtOnce))
        {
            await Task.WhenAll(some.SelectMany(number => new[]
            {
                states.WriteAsync(new GrainStateKey("pairing", Key(number), "pairing"), 0, Encoding.UTF8.GetBytes(first.Replace(Id(0), Id(number), StringComparison.Ordinal)), default).AsTask(),
                RegisterAsync(reminders, Key(number), start + (Month * ((double)number / pairings))),
            }));
        }

        // Made by its grain, whose facts went nowhere: a server on this folder would look for them.
        await reminders.RemoveAsync("pairing", Key(0), "next", default);
        return Encoding.UTF8.GetByteCount(first);
    }

    private static async Task RegisterAsync(IReminderStore reminders, string key, DateTimeOffset due) =>
        await reminders.UpsertAsync(new StoredReminder("pairing", key, "next", due, TimeSpan.FromMinutes(1), due, 0), default);

    private static async Task<string> MakeFirstAsync(PairingHost host)
    {
        var pairing = host.Grains.GetGrain<IPairingGrain>(Key(0));
        (await pairing.Prepare(System, Preparation())).OrThrow();
        (await pairing.Publish(System)).OrThrow();
        var stored = await host.Get<IGrainStateStore>().ReadAsync(new GrainStateKey("pairing", Key(0), "pairing"), default);
        return Encoding.UTF8.GetString(stored!.Value.Payload.Span);
    }

    private static PreparePairing Preparation() => new(
        EntityId.Derive<CohortId>(Tenant.Value, "cohort"), EntityId.Derive<RoundId>(Tenant.Value, "round"),
        EntityId.Derive<ParticipantId>(Tenant.Value, "mentor"), EntityId.Derive<ParticipantId>(Tenant.Value, "mentee"),
        "Europe/Oslo", 14, TimeProvider.System.GetUtcNow() + (Month * 6), 1, 700_000, []);

    private static string Id(int number) => string.Create(CultureInfo.InvariantCulture, $"019b76daa8007913a8a02846{number:x8}");
}
