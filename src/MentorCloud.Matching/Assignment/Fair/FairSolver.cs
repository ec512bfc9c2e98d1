using MentorCloud.Matching.Assignment.Certificates;
using MentorCloud.Matching.Assignment.Sparse;

namespace MentorCloud.Matching.Assignment.Fair;

/// <summary>
/// Lexicographic bottleneck assignment among those with the most pairs: first the count, then as few pairs as possible at the
/// lowest score that cannot be avoided, then at the next, each level restricted to what is optimal on all before.
/// The breaking costs of standing pairs do not count here. Time: a level takes one flow over the remaining pairs for each halving of
/// the scores; there are at most as many levels as different scores among the pairs of the answer. Memory: 40 bytes an allowed pair and 8 bytes a
/// person and level.
/// </summary>
internal sealed class FairSolver
{
    private const long MostPairs = 30_000_000;
    private readonly AssignmentProblem _problem;
    private readonly AssignmentOptions _options;
    private readonly CancellationToken _cancellation;
    private readonly ValueModel _model;
    private readonly HashSet<int> _passedOver;
    private readonly bool[] _fullMentee;
    private readonly bool[] _fullMentor;
    private readonly int[] _demand;
    private readonly int[] _capacity;
    private readonly List<AssignedPair> _forced = [];
    private readonly List<FairLevel> _levels = [];
    private FairEdges _edges;
    private long _augmentations;

    public FairSolver(AssignmentProblem problem, AssignmentOptions options, CancellationToken cancellation)
    {
        (_problem, _options, _cancellation) = (problem, options, cancellation);
        _model = new ValueModel(problem, (0, 0));
        _passedOver = [.. problem.PassedOver];
        _edges = new FairEdges(_model, MostPairs);
        (_demand, _capacity) = ((int[])_model.Demand.Clone(), (int[])_model.Capacity.Clone());
        _fullMentee = new bool[_demand.Length];
        _fullMentor = new bool[_capacity.Length];
    }

    public AssignmentResult Solve()
    {
        var flow = Level(FairLevelKind.Pairs, 0, []);
        if (_passedOver.Count > 0)
            flow = Level(FairLevelKind.PassedOver, 0, flow);
        var pairs = flow.Count + _forced.Count;
        var settled = long.MinValue;
        long[] scores = [.. _edges.Score.Distinct().Order()];
        while (Lowest(flow, settled) is not null)
        {
            _options.Progress?.Report(new SolveProgress("level", _forced.Count + flow.Count(p => p.Score <= settled), pairs));
            flow = RaiseFloor(flow, scores, settled);
            if (Lowest(flow, settled) is not { } score)
                break;
            var (before, done) = (_edges, settled);
            _edges = before.Where(e => before.Score[e] <= done || before.Score[e] >= score);
            flow = Level(FairLevelKind.Score, score, flow);
            settled = score;
        }

        foreach (var pin in _problem.Pins)
            flow.Add(new AssignedPair(pin.Mentee, pin.Mentor, _problem.Scores.At(pin.Mentee, pin.Mentor), true));
        flow.AddRange(_forced);
        return ResultBuilder.Build(_problem, flow, new FairCertificate([.. _levels]), new SolveStatistics(_edges.Mentor.Length, 0, _levels.Count, _augmentations));
    }

    private static long? Lowest(List<AssignedPair> flow, long above)
    {
        long? lowest = null;
        foreach (var pair in flow)
        {
            if (pair.Score > above && (lowest is null || pair.Score < lowest))
                lowest = pair.Score;
        }

        return lowest;
    }

    /// <summary>
    /// Finds by bisection the best lowest score above what is settled, so that the next level is one that some pair
    /// needs: every assignment on the remaining pairs that keeps everybody full who must be is optimal for all levels so far.
    /// </summary>
    private List<AssignedPair> RaiseFloor(List<AssignedPair> flow, long[] scores, long settled)
    {
        var obliged = flow.Sum(p => Obliged(p.Mentee, p.Mentor));
        var (low, high) = (Array.BinarySearch(scores, Lowest(flow, settled)!.Value), scores.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            var network = Network(_edges, e => _edges.Score[e] <= settled || _edges.Score[e] >= scores[middle] ? Obligation(_edges, e, 1) : -1, flow);
            if (Value(network) == obliged)
            {
                flow = Flow(network, _edges);
                low = Lowest(flow, settled) is { } lowest ? Array.BinarySearch(scores, lowest) : high;
            }
            else
            {
                high = middle - 1;
            }
        }

        return flow;
    }

    private long Obliged(int mentee, int mentor) => (_fullMentee[mentee] ? 1 : 0) + (_fullMentor[mentor] ? 1 : 0);

    /// <summary>Solves one level exactly, records its duals and keeps only what is optimal for it.</summary>
    private List<AssignedPair> Level(FairLevelKind kind, long score, List<AssignedPair> start)
    {
        var edges = _edges;
        var tier = kind == FairLevelKind.Pairs ? 0 : (2 * Math.Min(_demand.Sum(d => (long)d), _capacity.Sum(c => (long)c))) + 2;
        long Worth(int e) => Obligation(edges, e, tier) + kind switch
        {
            FairLevelKind.Pairs => 1,
            FairLevelKind.PassedOver => _passedOver.Contains(edges.Mentee[e]) ? 1 : 0,
            _ => edges.Score[e] == score ? -1 : 0,
        };
        var network = Network(edges, Worth, start);
        var flow = Flow(network, edges);
        var (menteeDual, mentorPrice) = (network.Mentees.Dual, network.Mentors.Dual);
        _levels.Add(new FairLevel(kind, score, tier, [.. menteeDual], [.. mentorPrice]));
        for (var i = 0; i < menteeDual.Length; i++)
            _fullMentee[i] |= menteeDual[i] > 0;
        for (var j = 0; j < mentorPrice.Length; j++)
            _fullMentor[j] |= mentorPrice[j] > 0;
        _edges = edges.Where(e => network.Surplus(e) == 0);
        for (var e = 0; e < edges.Mentor.Length; e++)
        {
            if (network.Surplus(e) > 0)
                Force(edges.Mentee[e], edges.Mentor[e], edges.Score[e], flow);
        }

        return flow;
    }

    /// <summary>A pair worth more than both duals together is in every optimum of the level: take it out as given.</summary>
    private void Force(int mentee, int mentor, long score, List<AssignedPair> flow)
    {
        var pair = new AssignedPair(mentee, mentor, score, false);
        flow.Remove(pair);
        _forced.Add(pair);
        _demand[mentee]--;
        _capacity[mentor]--;
    }

    private long Obligation(FairEdges edges, int edge, long tier) =>
        tier * Obliged(edges.Mentee[edge], edges.Mentor[edge]);

    /// <summary>The network solved exactly, from a flow that is mostly right already.</summary>
    private FlowNetwork Network(FairEdges edges, Func<int, long> worth, List<AssignedPair> start)
    {
        var network = new FlowNetwork([.. _demand], [.. _capacity]);
        var value = new long[edges.Mentor.Length];
        for (var e = 0; e < value.Length; e++)
            value[e] = worth(e);
        network.SetEdges(edges.Start, edges.Mentor, value);
        var balance = new FlowBalance(network);
        balance.Start(start.Select(p => edges.Find(p.Mentee, p.Mentor)).Where(e => e >= 0));
        balance.Run(null, _cancellation);
        _augmentations += balance.Augmentations;
        return network;
    }

    private static long Value(FlowNetwork network) =>
        Enumerable.Range(0, network.EdgeCount).Where(network.InFlow).Sum(e => network.Mentees.Value[e]);

    private static List<AssignedPair> Flow(FlowNetwork network, FairEdges edges) =>
        [.. Enumerable.Range(0, network.EdgeCount).Where(network.InFlow).Select(e => new AssignedPair(network.MenteeOf[e], edges.Mentor[e], edges.Score[e], false))];
}
