using MentorCloud.Matching.Assignment.Certificates;
using MentorCloud.Matching.Assignment.Sparse;

namespace MentorCloud.Matching.Assignment.Fair;

/// <summary>
/// Lexicographic bottleneck assignment among those with the most pairs: first the count, then as few pairs as possible at the
/// lowest score that cannot be avoided, then at the next, each level restricted to what is optimal on all before.
/// The breaking costs of standing pairs do not count here. Time: one flow over the remaining pairs a level; there are
/// at most as many levels as different scores among the pairs. Memory: 40 bytes an allowed pair and 8 bytes a
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
        var flow = Level(FairLevelKind.Pairs, 0);
        if (_passedOver.Count > 0)
            flow = Level(FairLevelKind.PassedOver, 0);
        var pairs = flow.Count + _forced.Count;
        flow = RaiseFloor(flow);
        var settled = long.MinValue;
        while (Lowest(flow, settled) is { } score)
        {
            _options.Progress?.Report(new SolveProgress("level", flow.Count(p => p.Score <= settled), pairs));
            var (before, done) = (_edges, settled);
            _edges = before.Where(e => before.Score[e] <= done || before.Score[e] >= score);
            flow = Level(FairLevelKind.Score, score);
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
    /// Finds by bisection the best lowest score and drops all pairs below it at once: no level could use them. Only
    /// while nothing is forced yet, for forced pairs may score less.
    /// </summary>
    private List<AssignedPair> RaiseFloor(List<AssignedPair> flow)
    {
        var scores = _edges.Score.Distinct().Order().ToArray();
        var (low, high) = (0, scores.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            var network = Network(_edges, e => _edges.Score[e] >= scores[middle] ? Obligation(_edges, e, 1) : -1);
            if (Value(network) == flow.Sum(p => (_fullMentee[p.Mentee] ? 1 : 0) + (_fullMentor[p.Mentor] ? 1 : 0)))
            {
                low = middle;
                flow = Flow(network, _edges);
            }
            else
            {
                high = middle - 1;
            }
        }

        return flow;
    }

    /// <summary>Solves one level exactly, records its duals and keeps only what is optimal for it.</summary>
    private List<AssignedPair> Level(FairLevelKind kind, long score)
    {
        var edges = _edges;
        var tier = kind == FairLevelKind.Pairs ? 0 : (2L * Math.Min(_demand.Sum(), _capacity.Sum())) + 2;
        long Worth(int e) => Obligation(edges, e, tier) + kind switch
        {
            FairLevelKind.Pairs => 1,
            FairLevelKind.PassedOver => _passedOver.Contains(edges.Mentee[e]) ? 1 : 0,
            _ => edges.Score[e] == score ? -1 : 0,
        };
        var network = Network(edges, Worth);
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
        (_fullMentee[edges.Mentee[edge]] ? tier : 0) + (_fullMentor[edges.Mentor[edge]] ? tier : 0);

    private FlowNetwork Network(FairEdges edges, Func<int, long> worth)
    {
        var network = new FlowNetwork([.. _demand], [.. _capacity]);
        var value = new long[edges.Mentor.Length];
        for (var e = 0; e < value.Length; e++)
            value[e] = worth(e);
        network.SetEdges(edges.Start, edges.Mentor, value);
        var balance = new FlowBalance(network);
        balance.Start([]);
        balance.Run(null, _cancellation);
        _augmentations += balance.Augmentations;
        return network;
    }

    private static long Value(FlowNetwork network) =>
        Enumerable.Range(0, network.EdgeCount).Where(network.InFlow).Sum(e => network.Mentees.Value[e]);

    private static List<AssignedPair> Flow(FlowNetwork network, FairEdges edges) =>
        [.. Enumerable.Range(0, network.EdgeCount).Where(network.InFlow).Select(e => new AssignedPair(network.MenteeOf[e], edges.Mentor[e], edges.Score[e], false))];
}
