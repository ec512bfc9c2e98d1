namespace MentorCloud.Matching.Assignment.Linear;

/// <summary>
/// First lists for a large problem. One pass reads the mentees group by group, lists each one's best mentors at
/// the prices so far and lets them bid; a second pass lists anew at the prices that came of it, so that the lists hold
/// whom people will really get rather than whom everybody wants. Prices are fixed while a group is read,
/// so the outcome does not depend on the number of threads.
/// </summary>
internal sealed class AuctionSeed(ValueModel model, CandidateLists lists, AssignmentOptions options, CancellationToken cancellation)
{
    private const int GroupRows = 512;
    private readonly int _mentees = model.Scores.Mentees;
    private readonly int _mentors = model.Scores.Mentors;

    /// <summary>Pairs whose score was read.</summary>
    public long PairsScored { get; private set; }

    /// <summary>Fills the lists and <paramref name="prices"/>; returns who holds a place.</summary>
    public List<PairId> Fill(int length, long[] prices)
    {
        var auction = new PriceAuction(model, lists, prices);
        var spread = 0L;
        for (var first = 0; first < _mentees; first += GroupRows)
        {
            int[] group = [.. Enumerable.Range(first, Math.Min(GroupRows, _mentees - first))];
            spread = List(group, length, prices, auction.Outside);
            foreach (var i in group)
                auction.Enter(i);
            auction.Run(Math.Max(1, spread / 16), 64L * GroupRows, cancellation);
        }

        if (!Crowded(prices))
            return auction.Pairs();
        spread = List([.. Enumerable.Range(0, _mentees)], length, prices, auction.Outside);
        return Refine(auction, spread);
    }

    /// <summary>If hardly any mentor has a price, nobody stands in anybody's way and the first lists are good.</summary>
    private bool Crowded(long[] prices) => prices.Count(p => p > 0) * 20 > _mentors;

    private List<PairId> Refine(PriceAuction auction, long spread)
    {
        List<PairId> pairs = [];
        for (var step = Math.Max(1, spread / 16); ; step = Math.Max(1, step / 5))
        {
            auction.Reset();
            for (var i = _mentees - 1; i >= 0; i--)
                auction.Enter(i);
            options.Progress?.Report(new SolveProgress("auction", 0, 0));
            auction.Run(step, 16L * _mentees, cancellation);
            pairs = auction.Pairs();
            if (step <= Math.Max(1, spread / 4096))
                return pairs;
        }
    }

    /// <summary>Lists the best at these prices; returns the mean distance from the best to the last of a list.</summary>
    private long List(int[] mentees, int length, long[] prices, long[] outside)
    {
        PairsScored += (long)mentees.Length * _mentors;
        var spread = 0L;
        Tiles.Run(mentees, options, "candidates", () => new RowReader(model), (reader, tile) =>
        {
            reader.Load(tile);
            for (var place = 0; place < tile.Length; place++)
            {
                var i = tile[place];
                var selector = reader.Selector;
                selector.Select(reader.Row(place), prices, RowReader.Origin(i, _mentors), length, Scores.FixedPoint.Forbidden, model.LeastScore);
                lists.Clear(i);
                for (var rank = 0; rank < selector.Count; rank++)
                    lists.Add(i, selector.Mentor(rank), selector.Score(rank));
                var full = selector.Count == length;
                outside[i] = full ? selector.Net(length - 1) : -Scores.FixedPoint.One;
                if (full)
                    Interlocked.Add(ref spread, (selector.Net(0) - selector.Net(length - 1)) / mentees.Length);
            }
        }, cancellation);
        return spread;
    }
}
