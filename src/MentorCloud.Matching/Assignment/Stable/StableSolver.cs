using MentorCloud.Matching.Assignment.Certificates;
using MentorCloud.Matching.Scores;

namespace MentorCloud.Matching.Assignment.Stable;

/// <summary>
/// Deferred acceptance with mentees proposing (Gale and Shapley 1962; Roth 1984 for more than one place on each side). Mentors
/// hold the best proposals so far: passed-over mentees first, then by their own ranking, then by number. Time:
/// at most one proposal for each allowed pair, in practice few more than one for each mentee.
/// </summary>
internal sealed class StableSolver
{
    private readonly AssignmentProblem _problem;
    private readonly AssignmentOptions _options;
    private readonly CancellationToken _cancellation;
    private readonly ValueModel _model;
    private readonly bool[] _passedOver;
    private readonly List<Held>[] _held;

    private readonly record struct Held(int Mentee, bool PassedOver, long Score) : IComparable<Held>
    {
        public int CompareTo(Held other)
        {
            if (PassedOver != other.PassedOver)
                return PassedOver ? 1 : -1;
            return Score != other.Score ? Score.CompareTo(other.Score) : other.Mentee.CompareTo(Mentee);
        }
    }

    public StableSolver(AssignmentProblem problem, AssignmentOptions options, CancellationToken cancellation)
    {
        (_problem, _options, _cancellation) = (problem, options, cancellation);
        _model = new ValueModel(problem, (0, 0));
        _passedOver = new bool[problem.Scores.Mentees];
        foreach (var i in problem.PassedOver)
            _passedOver[i] = true;
        _held = [.. Enumerable.Range(0, problem.Scores.Mentors).Select(_ => new List<Held>())];
    }

    public AssignmentResult Solve()
    {
        var ranking = new MenteeRanking(_model, _options);
        ranking.Prepare(_cancellation);
        var next = new int[_problem.Scores.Mentees];
        var open = new Stack<int>();
        for (var i = next.Length - 1; i >= 0; i--)
        {
            for (var d = 0; d < _model.Demand[i]; d++)
                open.Push(i);
        }

        var proposals = 0L;
        while (open.Count > 0)
        {
            if ((++proposals & 0xFFF) == 0)
                _cancellation.ThrowIfCancellationRequested();
            var mentee = open.Pop();
            var mentor = ranking.At(mentee, next[mentee]);
            if (mentor < 0)
                continue;
            next[mentee]++;
            if (Refused(mentee, mentor) is { } refused)
                open.Push(refused);
        }

        return Result(proposals);
    }

    /// <summary>Whoever the mentor turns away when the mentee proposes; null if there is room.</summary>
    private int? Refused(int mentee, int mentor)
    {
        var held = _held[mentor];
        var score = MentorScore(mentee, mentor);
        if (score == FixedPoint.Forbidden || _model.Capacity[mentor] == 0)
            return mentee;
        var proposal = new Held(mentee, _passedOver[mentee], score);
        if (held.Count < _model.Capacity[mentor])
        {
            held.Add(proposal);
            return null;
        }

        var worst = 0;
        for (var k = 1; k < held.Count; k++)
        {
            if (held[k].CompareTo(held[worst]) < 0)
                worst = k;
        }

        if (proposal.CompareTo(held[worst]) < 0)
            return mentee;
        var refused = held[worst].Mentee;
        held[worst] = proposal;
        return refused;
    }

    private long MentorScore(int mentee, int mentor)
    {
        var score = (_problem.MentorPreferences ?? _problem.Scores).At(mentee, mentor);
        return score == FixedPoint.Forbidden ? score : score + _model.BreakingCost(mentee, mentor);
    }

    private AssignmentResult Result(long proposals)
    {
        var pairs = new List<AssignedPair>();
        foreach (var pin in _problem.Pins)
            pairs.Add(new AssignedPair(pin.Mentee, pin.Mentor, _problem.Scores.At(pin.Mentee, pin.Mentor), true));
        for (var j = 0; j < _held.Length; j++)
        {
            foreach (var held in _held[j])
                pairs.Add(new AssignedPair(held.Mentee, j, _problem.Scores.At(held.Mentee, j), false));
        }

        var all = (long)_problem.Scores.Mentees * _problem.Scores.Mentors;
        return ResultBuilder.Build(_problem, pairs, new StableCertificate(), new SolveStatistics(0, all, 0, proposals));
    }
}
