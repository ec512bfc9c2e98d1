using MentorCloud.Matching.Assignment;

namespace MentorCloud.Matching.Rotation;

/// <summary>
/// Finds stages for pairs that no exchange of two stages could place: a pair takes the spot with the fewest others in its
/// way, these look for another one and may not come back soon (tabu search with ejections; Glover 1989). A heuristic:
/// what it cannot place is left over, and the plan's gap says so. The same problem gives the same plan every time.
/// </summary>
internal sealed class StageRepair(StageSchedule schedule, CancellationToken cancellation)
{
    private const int MovesWithoutGain = 4_000;
    private const int Ban = 12;
    private readonly Random _random = new(1);
    private readonly Dictionary<(PairId Pair, int Stage), int> _bannedUntil = [];

    /// <summary>The plan with the fewest pairs left over.</summary>
    public IReadOnlyList<StagePair> Run(IEnumerable<PairId> left)
    {
        var waiting = left.ToList();
        var (best, fewest) = (schedule.Pairs.ToArray(), waiting.Count);
        for (var (move, gained) = (0, 0); move < gained + MovesWithoutGain && fewest > 0; move++)
        {
            cancellation.ThrowIfCancellationRequested();
            var at = _random.Next(waiting.Count);
            var pair = waiting[at];
            waiting.RemoveAt(at);
            if (!schedule.Add(pair))
                waiting.AddRange(Force(pair, move));
            if (waiting.Count < fewest)
                (best, fewest, gained) = ([.. schedule.Pairs], waiting.Count, move);
        }

        return best;
    }

    private IEnumerable<PairId> Force(PairId pair, int move)
    {
        var spots = schedule.Spots(pair).ToArray();
        if (spots.Length == 0)
            return [pair];
        var chosen = spots.MinBy(spot => (Banned(spot, move), schedule.InTheWay(spot).Count(), _random.Next()));
        var moved = schedule.Force(chosen);
        foreach (var spot in moved)
            _bannedUntil[(spot.Pair, spot.Stage)] = move + Ban + _random.Next(Ban);
        return moved.Select(spot => spot.Pair);
    }

    private bool Banned(StageSpot spot, int move) => _bannedUntil.TryGetValue((spot.Pair, spot.Stage), out var until) && until > move;
}
