using MentorCloud.Matching.Assignment.Sparse;
using MentorCloud.Matching.Scores;

namespace MentorCloud.Matching.Assignment.Linear;

/// <summary>Fills the first candidate lists: every pair of a small problem, the best few of each mentee in a large one.</summary>
internal sealed class CandidateSeed(ValueModel model, CandidateLists lists, AssignmentOptions options, CancellationToken cancellation)
{
    private const long AllPairsUpTo = 40_000;
    private readonly int _mentees = model.Scores.Mentees;
    private readonly int _mentors = model.Scores.Mentors;

    /// <summary>True if the lists hold every allowed pair, so that no pricing is needed.</summary>
    public bool Complete { get; private set; }

    /// <summary>Pairs that one pricing round may add to a list.</summary>
    public int GrowBy => Math.Max(8, First / 4);

    private int First => options.CandidatesPerMentee > 0 ? options.CandidatesPerMentee : 32;

    public List<PairId> Fresh(FlowNetwork network)
    {
        var all = options.CandidatesPerMentee == 0
            && (model.Scores.KnownPairs ?? ((long)_mentees * _mentors)) <= Math.Max(AllPairsUpTo, 64L * _mentees);
        Complete = all;
        var prices = network.Mentors.Dual;
        Tiles.Run(_mentees, 64, options, "candidates", () => new RowReader(model), (reader, i) =>
        {
            reader.Selector.Select(reader.Read(i), prices, RowReader.Origin(i, _mentors), all ? _mentors : First, FixedPoint.Forbidden, model.LeastScore);
            for (var rank = 0; rank < reader.Selector.Count; rank++)
                lists.Add(i, reader.Selector.Mentor(rank), reader.Selector.Score(rank));
            AddStanding(i);
        }, cancellation);
        return [];
    }

    /// <summary>Takes over lists, prices and pairs of an earlier solve.</summary>
    public List<PairId> FromResume(ResumePoint resume, FlowNetwork network, Pricing pricing)
    {
        resume.Prices.CopyTo(network.Mentors.Dual, 0);
        Tiles.Run(_mentees, 256, options, "candidates", () => new long[_mentors], (scores, i) =>
        {
            var mentors = resume.Mentor.AsSpan(resume.Start[i], resume.Start[i + 1] - resume.Start[i]);
            model.Scores.Gather(i, mentors, scores);
            for (var k = 0; k < mentors.Length; k++)
            {
                if (scores[k] >= model.LeastScore && !model.IsBlocked(i, mentors[k]))
                    lists.Add(i, mentors[k], scores[k]);
            }

            AddStanding(i);
        }, cancellation);
        AddReleased(resume);
        if (resume.ReferencePrices is not null && resume.Objective == model.Problem.Objective && ReferenceEquals(resume.Scores, model.Scores))
        {
            pricing.ReferencePrices = resume.ReferencePrices;
            pricing.OutsideBest = (long[])resume.OutsideBest!.Clone();
        }

        return [.. resume.Pairs];
    }

    /// <summary>Pairs that were pinned or vetoed in the earlier solve, and are not now, were never priced: list them.</summary>
    private void AddReleased(ResumePoint resume)
    {
        foreach (var pair in resume.Blocked)
        {
            if (model.IsBlocked(pair.Mentee, pair.Mentor) || lists.Contains(pair.Mentee, pair.Mentor))
                continue;
            var score = model.Scores.At(pair.Mentee, pair.Mentor);
            if (score != FixedPoint.Forbidden && score >= model.LeastScore)
                lists.Add(pair.Mentee, pair.Mentor, score);
        }
    }

    private void AddStanding(int mentee)
    {
        foreach (var pair in model.StandingOf(mentee))
        {
            if (lists.Contains(mentee, pair.Mentor) || model.IsBlocked(mentee, pair.Mentor))
                continue;
            var score = model.Scores.At(mentee, pair.Mentor);
            if (score != FixedPoint.Forbidden && score + pair.BreakingCost >= model.LeastScore)
                lists.Add(mentee, pair.Mentor, score);
        }
    }
}
