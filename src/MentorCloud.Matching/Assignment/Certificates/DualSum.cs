using MentorCloud.Matching.Scores;

namespace MentorCloud.Matching.Assignment.Certificates;

/// <summary>Sums of a dual certificate over all pairs, in 128 bits.</summary>
internal sealed class DualSum
{
    private readonly AssignmentProblem _problem;
    private readonly DualCertificate _duals;
    private readonly HashSet<PairId> _blocked;
    private readonly Dictionary<PairId, long> _standing;
    private readonly HashSet<int> _passedOver;
    private readonly int[] _capacity;
    private readonly int[] _demand;
    private long _magnitude;

    public DualSum(AssignmentProblem problem, DualCertificate duals)
    {
        (_problem, _duals) = (problem, duals);
        _blocked = [.. problem.Pins, .. problem.Vetoes];
        _standing = problem.Standing.ToDictionary(s => new PairId(s.Mentee, s.Mentor), s => s.BreakingCost);
        _passedOver = [.. problem.PassedOver];
        _capacity = [.. problem.MentorCapacity];
        _demand = problem.MenteeDemand.IsDefault ? [.. Enumerable.Repeat(1, problem.Scores.Mentees)] : [.. problem.MenteeDemand];
        foreach (var pin in problem.Pins)
        {
            _capacity[pin.Mentor]--;
            _demand[pin.Mentee]--;
        }
    }

    /// <summary>Dual objective: places at their prices, demands at their duals, and every surplus of an allowed pair.</summary>
    public Int128 Bound(int threads, CancellationToken cancellation)
    {
        Int128 bound = 0;
        for (var i = 0; i < _demand.Length; i++)
            bound += (Int128)_demand[i] * _duals.MenteeDual[i];
        for (var j = 0; j < _capacity.Length; j++)
            bound += (Int128)_capacity[j] * _duals.MentorPrice[j];
        var gate = new Lock();
        var parallel = new ParallelOptions { CancellationToken = cancellation, MaxDegreeOfParallelism = threads > 0 ? threads : Environment.ProcessorCount };
        Parallel.For(0, _demand.Length, parallel, () => new Partial(_problem.Scores.Mentors), (i, _, part) =>
        {
            AddRow(i, part);
            return part;
        }, part =>
        {
            lock (gate)
            {
                bound += part.Surplus;
                _magnitude = Math.Max(_magnitude, part.Magnitude);
            }
        });
        return bound;
    }

    public Int128 Value(IEnumerable<AssignedPair> pairs)
    {
        Int128 value = 0;
        foreach (var pair in pairs)
        {
            if (!pair.Pinned)
                value += (Int128)pair.Score + Tier(pair.Mentee) + _standing.GetValueOrDefault(new PairId(pair.Mentee, pair.Mentor));
        }

        return value;
    }

    /// <summary>The first pair that nobody pinned and that is worth less than nothing, tiers aside; null if there is none.</summary>
    public AssignedPair? Loss(IEnumerable<AssignedPair> pairs)
    {
        foreach (var pair in pairs)
        {
            if (!pair.Pinned && pair.Score + _standing.GetValueOrDefault(new PairId(pair.Mentee, pair.Mentor)) < 0)
                return pair;
        }

        return null;
    }

    /// <summary>Tiers must exceed all that the pairs below them can gain; call after <see cref="Bound"/>.</summary>
    public string? TierFault()
    {
        var most = (Int128)Math.Min(_capacity.Sum(c => (long)c), _demand.Sum(d => (long)d));
        if (_passedOver.Count > 0 && _duals.PassedOverTier <= 2 * most * _magnitude)
            return "The tier of the passed-over is too small.";
        var pairTier = _problem.Objective == AssignmentObjective.Coverage;
        if (pairTier && most > 0 && _duals.PairTier <= most * ((2 * (Int128)_magnitude) + _duals.PassedOverTier))
            return "The tier of a pair is too small.";
        return !pairTier && _duals.PairTier != 0 ? "The total has no tier." : null;
    }

    private Int128 Tier(int mentee) => (Int128)_duals.PairTier + (_passedOver.Contains(mentee) ? _duals.PassedOverTier : 0);

    private void AddRow(int mentee, Partial part)
    {
        _problem.Scores.Fill(mentee, part.Row);
        var dual = _duals.MenteeDual[mentee] - Tier(mentee);
        var prices = _duals.MentorPrice.AsSpan();
        var special = _blocked.Count + _standing.Count > 0;
        for (var j = 0; j < part.Row.Length; j++)
        {
            var score = part.Row[j];
            if (score == FixedPoint.Forbidden)
                continue;
            if (special && _blocked.Contains(new PairId(mentee, j)))
                continue;
            var value = score + (special ? _standing.GetValueOrDefault(new PairId(mentee, j)) : 0);
            part.Magnitude = Math.Max(part.Magnitude, Math.Max(Math.Abs(score), Math.Abs(value)));
            if (value < 0 && _problem.Objective == AssignmentObjective.Total)
                continue;
            var surplus = value - prices[j] - dual;
            if (surplus > 0)
                part.Surplus += surplus;
        }
    }

    private sealed class Partial(int mentors)
    {
        public long[] Row { get; } = new long[mentors];

        public Int128 Surplus { get; set; }

        public long Magnitude { get; set; }
    }
}
