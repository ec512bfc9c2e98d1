using MentorCloud.Matching.Assignment.Certificates;
using MentorCloud.Matching.Assignment.Sparse;

namespace MentorCloud.Matching.Assignment.Linear;

/// <summary>Total and coverage: optimum on candidate lists, lists grown by pricing, until nothing outside them matters.</summary>
internal sealed class LinearSolver
{
    private readonly AssignmentProblem _problem;
    private readonly AssignmentOptions _options;
    private readonly ResumePoint? _resume;
    private readonly CancellationToken _cancellation;
    private readonly ValueModel _model;
    private readonly CandidateLists _lists;
    private readonly FlowNetwork _network;
    private readonly Pricing _pricing;
    private long _augmentations;

    public LinearSolver(AssignmentProblem problem, AssignmentOptions options, ResumePoint? resume, CancellationToken cancellation)
    {
        (_problem, _options, _resume, _cancellation) = (problem, options, resume, cancellation);
        _model = new ValueModel(problem);
        _lists = new CandidateLists(problem.Scores.Mentees);
        _network = new FlowNetwork(_model.Demand, _model.Capacity);
        _pricing = new Pricing(_model, _lists, options);
    }

    public AssignmentResult Solve()
    {
        var seed = new CandidateSeed(_model, _lists, _options, _cancellation);
        var wanted = _resume is { } resume && resume.Prices.Length == _problem.Scores.Mentors
            ? seed.FromResume(resume, _network, _pricing)
            : seed.Fresh(_network);
        var (start, mentor, value) = _lists.Flatten(_model);
        _network.SetEdges(start, mentor, value);
        Balance(Edges(wanted, start));
        while (!seed.Complete && _pricing.Grow(_network.Mentees.Dual, _network.Mentors.Dual, seed.GrowBy, _cancellation))
        {
            var flow = Flow().ToArray();
            (start, mentor, value) = _lists.Flatten(_model);
            _network.SetEdges(start, mentor, value);
            Balance(Edges(flow, start));
        }

        return Result(start, mentor, seed);
    }

    private void Balance(IEnumerable<int> wanted)
    {
        var balance = new FlowBalance(_network);
        balance.Start(wanted);
        balance.Run(_options.Progress, _cancellation);
        _augmentations += balance.Augmentations;
    }

    private IEnumerable<PairId> Flow()
    {
        for (var i = 0; i < _network.Mentees.Count; i++)
        {
            for (var slot = 0; slot < _network.Mentees.Fill[i]; slot++)
                yield return new PairId(i, _network.MentorOf[_network.Mentees.Slots[_network.Mentees.SlotStart[i] + slot]]);
        }
    }

    private IEnumerable<int> Edges(IEnumerable<PairId> pairs, int[] start)
    {
        foreach (var pair in pairs)
        {
            var at = _lists.Mentors(pair.Mentee).IndexOf(pair.Mentor);
            if (at >= 0)
                yield return start[pair.Mentee] + at;
        }
    }

    private AssignmentResult Result(int[] start, int[] mentor, CandidateSeed seed)
    {
        var pairs = new List<AssignedPair>();
        foreach (var pin in _problem.Pins)
            pairs.Add(new AssignedPair(pin.Mentee, pin.Mentor, _problem.Scores.At(pin.Mentee, pin.Mentor), true));
        foreach (var pair in Flow())
            pairs.Add(new AssignedPair(pair.Mentee, pair.Mentor, _lists.Scores(pair.Mentee)[_lists.Mentors(pair.Mentee).IndexOf(pair.Mentor)], false));
        var duals = new DualCertificate(
            [.. _network.Mentees.Dual], [.. _network.Mentors.Dual], _model.PairTier, _model.PassedOverTier);
        var result = ResultBuilder.Build(_problem, pairs, duals, new SolveStatistics(_lists.Count, _pricing.PairsScored + seed.PairsScored, _pricing.Rounds, _augmentations));
        return result with
        {
            UpperBound = result.Value + DualBound.Excess(_problem, _model, result, duals),
            Resume = new ResumePoint(_problem.Scores, _network.Mentors.Dual, start, mentor, _lists.AllScores(), [.. pairs.Select(p => new PairId(p.Mentee, p.Mentor))])
            {
                Objective = _problem.Objective,
                Blocked = [.. _problem.Pins, .. _problem.Vetoes],
                ReferencePrices = _pricing.ReferencePrices,
                OutsideBest = _pricing.ReferencePrices is null ? null : _pricing.OutsideBest,
            },
        };
    }
}
