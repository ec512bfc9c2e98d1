namespace MentorCloud.Matching.Assignment.Linear;

/// <summary>
/// An auction that finds good first prices and pairs (Bertsekas 1988, with several places a mentor). It is a
/// heuristic only: whatever it leaves, the exact search starts from there and the certificate does not depend on it.
/// A mentee bids within its own list and waits as soon as somebody outside the list could be as good.
/// </summary>
internal sealed class PriceAuction
{
    private readonly ValueModel _model;
    private readonly CandidateLists _lists;
    private readonly long[] _prices;
    private readonly Place[][] _places;
    private readonly int[] _fill;
    private readonly Stack<int> _waiting = new();

    private readonly record struct Place(int Mentee, long Bid);

    public PriceAuction(ValueModel model, CandidateLists lists, long[] prices)
    {
        (_model, _lists, _prices) = (model, lists, prices);
        _places = new Place[prices.Length][];
        Array.Fill(_places, []);
        _fill = new int[prices.Length];
        Outside = new long[model.Demand.Length];
    }

    /// <summary>For each mentee the net score below which it no longer bids within its list.</summary>
    public long[] Outside { get; }

    public void Enter(int mentee)
    {
        if (_model.Demand[mentee] > 0)
            _waiting.Push(mentee);
    }

    /// <summary>Takes all bids until nobody bids or the number of bids reaches <paramref name="most"/>.</summary>
    public void Run(long step, long most, CancellationToken cancellation)
    {
        for (var bids = 0L; _waiting.Count > 0 && bids < most; bids++)
        {
            if ((bids & 0xFFFF) == 0)
                cancellation.ThrowIfCancellationRequested();
            Bid(_waiting.Pop(), step);
        }

        _waiting.Clear();
    }

    /// <summary>Ends a round: everybody is free again; mentors with room are free of charge, the other prices stay.</summary>
    public void Reset()
    {
        for (var j = 0; j < _prices.Length; j++)
        {
            if (HasRoom(j))
                _prices[j] = 0;
        }

        Array.Clear(_fill);
    }

    /// <summary>Who holds a place with whom.</summary>
    public List<PairId> Pairs()
    {
        var pairs = new List<PairId>();
        for (var j = 0; j < _prices.Length; j++)
        {
            for (var k = 0; k < _fill[j]; k++)
                pairs.Add(new PairId(_places[j][k].Mentee, j));
        }

        return pairs;
    }

    private bool HasRoom(int mentor) => _fill[mentor] < _model.Capacity[mentor];

    private void Bid(int mentee, long step)
    {
        var mentors = _lists.Mentors(mentee);
        var scores = _lists.Scores(mentee);
        var best = long.MinValue;
        var next = Outside[mentee];
        var choice = -1;
        for (var k = 0; k < mentors.Length; k++)
        {
            var net = scores[k] - _prices[mentors[k]];
            if (net <= best)
            {
                next = Math.Max(next, net);
                continue;
            }

            if (choice >= 0)
                next = Math.Max(next, best);
            (best, choice) = (net, mentors[k]);
        }

        if (choice < 0 || best < next || _model.Capacity[choice] == 0)
            return;
        Take(choice, mentee, _prices[choice] + (best - next) + step);
    }

    private void Take(int mentor, int mentee, long bid)
    {
        ref var places = ref _places[mentor];
        if (HasRoom(mentor))
        {
            if (_fill[mentor] == places.Length)
                Array.Resize(ref places, Math.Min(_model.Capacity[mentor], Math.Max(4, 2 * places.Length)));
            places[_fill[mentor]++] = new Place(mentee, bid);
        }
        else
        {
            var least = LeastBid(mentor);
            _waiting.Push(places[least].Mentee);
            places[least] = new Place(mentee, bid);
        }

        if (!HasRoom(mentor))
            _prices[mentor] = Math.Max(_prices[mentor], places[LeastBid(mentor)].Bid);
    }

    private int LeastBid(int mentor)
    {
        var places = _places[mentor].AsSpan(0, _fill[mentor]);
        var least = 0;
        for (var k = 1; k < places.Length; k++)
        {
            if (places[k].Bid < places[least].Bid)
                least = k;
        }

        return least;
    }
}
