namespace MentorCloud.Matching.Assignment.Linear;

/// <summary>
/// Tests every pair outside the candidate lists against the duals and lists those that could improve the answer
/// (column generation; Volgenant 1996 for the assignment problem). A pass remembers for each mentee the best net score
/// outside its list; as long as prices have fallen by less than what that leaves, the mentee needs no new look.
/// </summary>
internal sealed class Pricing(ValueModel model, CandidateLists lists, AssignmentOptions options)
{
    private readonly int _rows = model.Scores.Mentees;
    private readonly int _columns = model.Scores.Mentors;

    /// <summary>Prices at the last full pass; null before it.</summary>
    public long[]? ReferencePrices { get; set; }

    /// <summary>For each mentee the best score - reference price outside its list.</summary>
    public long[] OutsideBest { get; set; } = new long[model.Scores.Mentees];

    public long PairsScored { get; private set; }

    public int Rounds { get; private set; }

    /// <summary>Adds at most <paramref name="most"/> pairs to each list that could improve; false if there is none.</summary>
    public bool Grow(long[] menteeDuals, long[] prices, int most, CancellationToken cancellation)
    {
        Rounds++;
        if (ReferencePrices is { } reference)
        {
            var fallen = Enumerable.Range(0, _columns).Where(j => prices[j] < reference[j]).ToArray();
            var drop = fallen.Length == 0 ? 0 : fallen.Max(j => reference[j] - prices[j]);
            var doubtful = Enumerable.Range(0, _rows).Where(i => OutsideBest[i] + drop > Floor(i, menteeDuals)).ToArray();
            var whole = fallen.Length * 4 > _columns ? doubtful : [.. doubtful.Where(i => OutsideBest[i] > Floor(i, menteeDuals))];
            if (whole.Length * 2 <= _rows)
            {
                var partial = whole.Length == doubtful.Length ? [] : doubtful.Except(whole).ToArray();
                var grown = Pass(whole, menteeDuals, prices, most, remember: false, cancellation);
                return GrowAt(partial, fallen, menteeDuals, prices, cancellation) | grown;
            }
        }

        ReferencePrices = (long[])prices.Clone();
        return Pass([.. Enumerable.Range(0, _rows)], menteeDuals, prices, most, remember: true, cancellation);
    }

    private long Floor(int mentee, long[] menteeDuals) => menteeDuals[mentee] - model.MenteeTier[mentee];

    private bool Pass(int[] mentees, long[] menteeDuals, long[] prices, int most, bool remember, CancellationToken cancellation)
    {
        PairsScored += (long)mentees.Length * _columns;
        var added = 0L;
        Tiles.Run(mentees, options, "price", () => new RowReader(model), (reader, tile) =>
        {
            reader.Load(tile);
            for (var place = 0; place < tile.Length; place++)
            {
                var best = GrowRow(reader, tile[place], reader.RowOutside(place, lists), prices, Floor(tile[place], menteeDuals), most, ref added);
                if (remember)
                    OutsideBest[tile[place]] = best;
            }
        }, cancellation);
        return added > 0;
    }

    /// <summary>Lists the row's best pairs above the floor; returns the best net score that is then still outside.</summary>
    private long GrowRow(RowReader reader, int mentee, Span<long> row, long[] prices, long floor, int most, ref long added)
    {
        var best = TopSelector.Best(row, prices);
        if (best <= floor)
            return best;
        var selector = reader.Selector;
        selector.Select(row, prices, RowReader.Origin(mentee, _columns), most, floor, model.LeastScore);
        for (var rank = 0; rank < selector.Count; rank++)
        {
            lists.Add(mentee, selector.Mentor(rank), selector.Score(rank));
            row[selector.Mentor(rank)] = Scores.FixedPoint.Forbidden;
        }

        if (selector.Count > 0)
            Interlocked.Increment(ref added);
        return TopSelector.Best(row, prices);
    }

    /// <summary>Tests only mentors whose price has fallen, for mentees that are safe from all others.</summary>
    private bool GrowAt(int[] mentees, int[] mentors, long[] menteeDuals, long[] prices, CancellationToken cancellation)
    {
        PairsScored += (long)mentees.Length * mentors.Length;
        var added = 0L;
        Tiles.Run(mentees, options, "price", () => new long[mentors.Length], (scores, tile) =>
        {
            foreach (var i in tile)
            {
                model.Scores.Gather(i, mentors, scores);
                for (var c = 0; c < mentors.Length; c++)
                {
                    if (scores[c] - prices[mentors[c]] <= Floor(i, menteeDuals) || scores[c] < model.LeastScore)
                        continue;
                    if (lists.Contains(i, mentors[c]) || model.IsBlocked(i, mentors[c]))
                        continue;
                    lists.Add(i, mentors[c], scores[c]);
                    Interlocked.Increment(ref added);
                }
            }
        }, cancellation);
        return added > 0;
    }
}
