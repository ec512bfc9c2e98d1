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

    /// <summary>Pairs whose score was read to fill the lists.</summary>
    public long PairsScored { get; private set; }

    /// <summary>Pairs that one pricing round may add to a list.</summary>
    public int GrowBy => Math.Max(8, First / 4);

    private int First => options.CandidatesPerMentee > 0 ? options.CandidatesPerMentee : 32;

    public List<PairId> Fresh(FlowNetwork network)
    {
        var all = options.CandidatesPerMentee == 0
            && (model.Scores.KnownPairs ?? ((long)_mentees * _mentors)) <= Math.Max(AllPairsUpTo, 64L * _mentees);
        Complete = all;
        if (!all && !model.Scores.IsStored && model.Demand.All(d => d <= 1))
        {
            var auction = new AuctionSeed(model, lists, options, cancellation);
            var pairs = auction.Fill(First, network.Mentors.Dual);
            PairsScored = auction.PairsScored;
            AddStanding();
            return pairs;
        }

        List<PairId> twins = all || !model.Scores.IsStored ? [] : new TwinSeed(model).Solve(network.Mentors.Dual, cancellation);
        ListAll(all ? _mentors : First, network.Mentors.Dual);
        AddStanding();
        AddAllowed(twins);
        return twins;
    }

    /// <summary>Takes over lists, prices and pairs of an earlier solve.</summary>
    public List<PairId> FromResume(ResumePoint resume, FlowNetwork network, Pricing pricing)
    {
        resume.Prices.CopyTo(network.Mentors.Dual, 0);
        var same = ReferenceEquals(resume.Scores, model.Scores);
        Tiles.Run([.. Enumerable.Range(0, _mentees)], options, "candidates", () => new long[_mentors], (scores, tile) =>
        {
            foreach (var i in tile)
            {
                var mentors = resume.Mentor.AsSpan(resume.Start[i], resume.Start[i + 1] - resume.Start[i]);
                if (same)
                    resume.Score.AsSpan(resume.Start[i], mentors.Length).CopyTo(scores);
                else
                    model.Scores.Gather(i, mentors, scores);
                TakeOver(i, mentors, scores);
            }
        }, cancellation);
        AddStanding();
        AddAllowed(resume.Blocked); // Pairs that were pinned or vetoed in the earlier solve, and are not now, were never priced.
        if (resume.ReferencePrices is not null && resume.Objective == model.Problem.Objective && same)
        {
            pricing.ReferencePrices = resume.ReferencePrices;
            pricing.OutsideBest = (long[])resume.OutsideBest!.Clone();
        }

        return [.. resume.Pairs];
    }

    private void ListAll(int length, long[] prices)
    {
        PairsScored = (long)_mentees * _mentors;
        Tiles.Run([.. Enumerable.Range(0, _mentees)], options, "candidates", () => new RowReader(model), (reader, tile) =>
        {
            reader.Load(tile);
            for (var place = 0; place < tile.Length; place++)
            {
                var i = tile[place];
                reader.Selector.Select(reader.Row(place), prices, RowReader.Origin(i, _mentors), length, FixedPoint.Forbidden, model.LeastScore);
                for (var rank = 0; rank < reader.Selector.Count; rank++)
                    lists.Add(i, reader.Selector.Mentor(rank), reader.Selector.Score(rank));
            }
        }, cancellation);
    }

    private void TakeOver(int mentee, ReadOnlySpan<int> mentors, ReadOnlySpan<long> scores)
    {
        for (var k = 0; k < mentors.Length; k++)
        {
            if (scores[k] >= model.LeastScore && !model.IsBlocked(mentee, mentors[k]))
                lists.Add(mentee, mentors[k], scores[k]);
        }
    }

    /// <summary>Lists pairs that the lists lack, where they are allowed.</summary>
    private void AddAllowed(IEnumerable<PairId> pairs)
    {
        foreach (var pair in pairs)
        {
            if (model.IsBlocked(pair.Mentee, pair.Mentor) || lists.Contains(pair.Mentee, pair.Mentor))
                continue;
            var score = model.Scores.At(pair.Mentee, pair.Mentor);
            if (score != FixedPoint.Forbidden && score >= model.LeastScore)
                lists.Add(pair.Mentee, pair.Mentor, score);
        }
    }

    private void AddStanding()
    {
        foreach (var pair in model.Problem.Standing)
        {
            if (lists.Contains(pair.Mentee, pair.Mentor) || model.IsBlocked(pair.Mentee, pair.Mentor))
                continue;
            var score = model.Scores.At(pair.Mentee, pair.Mentor);
            if (score != FixedPoint.Forbidden && score + pair.BreakingCost >= model.LeastScore)
                lists.Add(pair.Mentee, pair.Mentor, score);
        }
    }
}
