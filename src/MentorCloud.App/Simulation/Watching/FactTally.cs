using System.Text.Json;
using MentorCloud.Contracts.Facts;
using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Pairings.Cadence;
using MentorCloud.Domain.Pairings.Endings;
using MentorCloud.Domain.Pairings.Escalations;
using MentorCloud.Domain.Pairings.Growth;

namespace MentorCloud.App.Simulation.Watching;

/// <summary>Reads the feed of facts as any consumer does, and keeps of each what the checks ask for.</summary>
internal sealed class FactTally(IFactFeed feed)
{
    private const int AtOnce = 1_000;

    private readonly Dictionary<PairingId, List<ToldFact>> byPairing = [];
    private readonly SortedDictionary<string, long> counts = new(StringComparer.Ordinal);
    private readonly List<FactRecord> capacity = [];
    private long position;

    /// <summary>What pairings told of duties, requests and ends, in order.</summary>
    public IReadOnlyDictionary<PairingId, List<ToldFact>> ByPairing => byPairing;

    /// <summary>Facts by name.</summary>
    public IReadOnlyDictionary<string, long> Counts => counts;

    /// <summary>Facts about places taken and freed, and about pairings' beginnings and ends, in the feed's order.</summary>
    public IReadOnlyList<FactRecord> Capacity => capacity;

    /// <summary>Facts that hold a confided text.</summary>
    public List<string> Leaks { get; } = [];

    /// <summary>Reads on to the feed's end.</summary>
    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<FactRecord> read;
        while ((read = await feed.ReadAsync(position, AtOnce, cancellationToken)).Count > 0)
        {
            foreach (var record in read)
            {
                Take(record);
            }

            position = read[^1].Position;
        }
    }

    private void Take(FactRecord record)
    {
        var name = record.Fact.GetType().Name;
        counts[name] = counts.GetValueOrDefault(name) + 1;
        if (JsonSerializer.Serialize(record.Fact, record.Fact.GetType()).Contains(PrivateWords.Mark, StringComparison.Ordinal))
        {
            Leaks.Add($"{record.Grain}: {name}");
        }

        if (record.Fact is Domain.People.SlotReserved or Domain.People.SlotReleased or PairingPublished or PairingEnded)
        {
            capacity.Add(record);
        }

        if (Told(record.Fact) is { } told)
        {
            if (!byPairing.TryGetValue(told.Pairing, out var list))
            {
                byPairing.Add(told.Pairing, list = []);
            }

            list.Add(new ToldFact(told.What, record.At, (record.Fact as DutyFellDue)?.DueAt, record.Actor));
        }
    }

    private static (PairingId Pairing, string What)? Told(Fact fact) => fact switch
    {
        DutyFellDue due => (due.Pairing, $"DutyFellDue {due.Kind} {due.Number}"),
        DutyReminded reminded => (reminded.Pairing, $"DutyReminded {reminded.Kind} {reminded.Number} {reminded.Reminder}"),
        DutyMissed missed => (missed.Pairing, $"DutyMissed {missed.Kind} {missed.Number}"),
        DutyDone done => (done.Pairing, $"DutyDone {done.Kind} {done.Number}"),
        DutyExcused excused => (excused.Pairing, $"DutyExcused {excused.Kind} {excused.Number}"),
        EscalationClimbed climbed => (climbed.Pairing, $"EscalationClimbed {climbed.Number} {climbed.Climbs}"),
        AutonomyReminded reminded => (reminded.Pairing, $"AutonomyReminded {reminded.Stage} {reminded.Reminder}"),
        AutonomyMoved moved => (moved.Pairing, $"AutonomyMoved {moved.Stage} {moved.CadenceDays}"),
        AutonomyDeclined declined => (declined.Pairing, $"AutonomyDeclined {declined.Stage}"),
        ReassignmentReminded reminded => (reminded.Pairing, $"ReassignmentReminded {reminded.Reminder}"),
        PairingResumed resumed => (resumed.Pairing, $"PairingResumed {resumed.DaysMoved}"),
        PairingEnded ended => (ended.Pairing, $"PairingEnded {ended.Outcome}"),
        _ => null,
    };
}
