using MentorCloud.Matching.Scores;

namespace MentorCloud.Matching.Assignment.Certificates;

/// <summary>
/// Replays the levels of a fair certificate: at each, weak duality over the pairs that are still possible proves that
/// no assignment optimal on all earlier levels does better; complementary slackness then says which remain possible.
/// </summary>
internal sealed class FairCheck
{
    private readonly AssignmentProblem _problem;
    private readonly FairCertificate _certificate;
    private readonly int[] _demand;
    private readonly int[] _capacity;
    private readonly bool[] _fullMentee;
    private readonly bool[] _fullMentor;
    private readonly HashSet<int> _passedOver;
    private readonly HashSet<PairId> _taken;
    private List<ScoredPair> _possible = [];

    public FairCheck(AssignmentProblem problem, AssignmentResult result, FairCertificate certificate)
    {
        (_problem, _certificate) = (problem, certificate);
        _demand = problem.MenteeDemand.IsDefault ? [.. Enumerable.Repeat(1, problem.Scores.Mentees)] : [.. problem.MenteeDemand];
        _capacity = [.. problem.MentorCapacity];
        foreach (var pin in problem.Pins)
        {
            _demand[pin.Mentee]--;
            _capacity[pin.Mentor]--;
        }

        (_fullMentee, _fullMentor) = (new bool[_demand.Length], new bool[_capacity.Length]);
        _passedOver = [.. problem.PassedOver];
        _taken = [.. result.Pairs.Where(p => !p.Pinned).Select(p => new PairId(p.Mentee, p.Mentor))];
    }

    public CertificateVerdict Check(CancellationToken cancellation)
    {
        if (OrderFault() is { } order)
            return CertificateVerdict.Fails(order);
        _possible = Allowed();
        var settled = long.MinValue;
        foreach (var level in _certificate.Levels)
        {
            cancellation.ThrowIfCancellationRequested();
            if (level.Kind == FairLevelKind.Score)
            {
                if (_possible.Any(p => p.Score > settled && p.Score < level.Score && IsTaken(p)))
                    return CertificateVerdict.Fails($"A pair scores less than level {level.Score} without a level of its own.");
                var done = settled;
                _possible.RemoveAll(p => p.Score > done && p.Score < level.Score);
                settled = level.Score;
            }

            if (LevelFault(level) is { } fault)
                return CertificateVerdict.Fails(fault);
            Restrict(level);
        }

        return _possible.Any(p => p.Score > settled && IsTaken(p))
            ? CertificateVerdict.Fails("Some pairs lie above the last level.")
            : CertificateVerdict.Holds;
    }

    /// <summary>Pairs first, then the passed-over if there are any, then scores ascending.</summary>
    private string? OrderFault()
    {
        var head = _passedOver.Count > 0 ? new[] { FairLevelKind.Pairs, FairLevelKind.PassedOver } : [FairLevelKind.Pairs];
        var levels = _certificate.Levels;
        if (levels.IsDefault || levels.Contains(null!))
            return "A level is missing.";
        if (levels.Length < head.Length || !levels.Take(head.Length).Select(l => l.Kind).SequenceEqual(head))
            return "The first levels must be the pairs and the passed-over.";
        var scores = levels.Skip(head.Length).ToArray();
        var ascending = scores.All(l => l.Kind == FairLevelKind.Score) && scores.Zip(scores.Skip(1)).All(p => p.First.Score < p.Second.Score);
        return ascending ? null : "The levels are not in ascending order.";
    }

    private List<ScoredPair> Allowed()
    {
        var blocked = _problem.Pins.Concat(_problem.Vetoes).ToHashSet();
        var row = new long[_problem.Scores.Mentors];
        var pairs = new List<ScoredPair>();
        for (var i = 0; i < _problem.Scores.Mentees; i++)
        {
            _problem.Scores.Fill(i, row);
            for (var j = 0; j < row.Length; j++)
            {
                if (row[j] != FixedPoint.Forbidden && _demand[i] > 0 && _capacity[j] > 0 && !blocked.Contains(new PairId(i, j)))
                    pairs.Add(new ScoredPair(i, j, row[j]));
            }
        }

        return pairs;
    }

    private bool IsTaken(ScoredPair pair) => _taken.Contains(new PairId(pair.Mentee, pair.Mentor));

    private long Worth(FairLevel level, ScoredPair pair) => (_fullMentee[pair.Mentee] ? level.Tier : 0) + (_fullMentor[pair.Mentor] ? level.Tier : 0)
        + level.Kind switch
        {
            FairLevelKind.Pairs => 1,
            FairLevelKind.PassedOver => _passedOver.Contains(pair.Mentee) ? 1 : 0,
            _ => pair.Score == level.Score ? -1 : 0,
        };

    private static long Surplus(FairLevel level, ScoredPair pair, long worth) => worth - level.MenteeDual[pair.Mentee] - level.MentorPrice[pair.Mentor];

    /// <summary>The level's dual objective must equal the worth of the taken pairs, and every obligation be met.</summary>
    private string? LevelFault(FairLevel level)
    {
        if (!DualRange.Holds(level.MenteeDual, _demand.Length) || !DualRange.Holds(level.MentorPrice, _capacity.Length) || !DualRange.Holds([level.Tier], 1))
            return "A dual is missing, negative or too large.";
        Int128 bound = 0, reached = 0;
        for (var i = 0; i < _demand.Length; i++)
            bound += (Int128)_demand[i] * level.MenteeDual[i];
        for (var j = 0; j < _capacity.Length; j++)
            bound += (Int128)_capacity[j] * level.MentorPrice[j];
        var (given, load) = (new int[_demand.Length], new int[_capacity.Length]);
        foreach (var pair in _possible)
        {
            var worth = Worth(level, pair);
            bound += Math.Max(0, Surplus(level, pair, worth));
            if (!IsTaken(pair))
                continue;
            reached += worth;
            given[pair.Mentee]++;
            load[pair.Mentor]++;
        }

        if (Enumerable.Range(0, given.Length).Any(i => _fullMentee[i] && given[i] != _demand[i]) || Enumerable.Range(0, load.Length).Any(j => _fullMentor[j] && load[j] != _capacity[j]))
            return "Somebody whom an earlier level requires to be full is not.";
        return bound == reached ? null : $"A level of kind {level.Kind} at score {level.Score} is bounded by {bound}, the pairs reach {reached}.";
    }

    private void Restrict(FairLevel level)
    {
        var slack = _possible.Select(p => Surplus(level, p, Worth(level, p))).ToArray();
        for (var i = 0; i < _demand.Length; i++)
            _fullMentee[i] |= level.MenteeDual[i] > 0;
        for (var j = 0; j < _capacity.Length; j++)
            _fullMentor[j] |= level.MentorPrice[j] > 0;
        for (var e = 0; e < slack.Length; e++)
        {
            if (slack[e] <= 0)
                continue;
            _demand[_possible[e].Mentee]--;
            _capacity[_possible[e].Mentor]--;
        }

        _possible = [.. _possible.Where((_, e) => slack[e] == 0)];
    }
}
