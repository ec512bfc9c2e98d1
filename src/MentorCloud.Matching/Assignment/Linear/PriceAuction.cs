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
    private readonly int[] _slotStart;
    private readonly int[] _slotMentee;
    private readonly long[] _slotBid;
    private readonly int[] _fill;
    private readonly Stack<int> _waiting = new();

    public PriceAuction(ValueModel model, CandidateLists lists, long[] prices)
    {
        (_model, _lists, _prices) = (model, lists, prices);
        _slotStart = new int[prices.Length + 1];
        for (var j = 0; j < prices.Length; j++)
            _slotStart[j + 1] = _slotStart[j] + Math.Min(model.Capacity[j], model.Demand.Length);
        _slotMentee = new int[_slotStart[^1]];
        _slotBid = new long[_slotStart[^1]];
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
                pairs.Add(new PairId(_slotMentee[_slotStart[j] + k], j));
        }

        return pairs;
    }

    private bool HasRoom(int mentor) => _fill[mentor] < _slotStart[mentor + 1] - _slotStart[mentor];

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
        Place(choice, mentee, _prices[choice] + (best - next) + step);
    }

    private void Place(int mentor, int mentee, long bid)
    {
        var start = _slotStart[mentor];
        if (HasRoom(mentor))
        {
            (_slotMentee[start + _fill[mentor]], _slotBid[start + _fill[mentor]]) = (mentee, bid);
            _fill[mentor]++;
        }
        else
        {
            var least = start + LeastBid(mentor);
            _waiting.Push(_slotMentee[least]);
            (_slotMentee[least], _slotBid[least]) = (mentee, bid);
        }

        if (!HasRoom(mentor))
            _prices[mentor] = Math.Max(_prices[mentor], _slotBid[start + LeastBid(mentor)]);
    }

    private int LeastBid(int mentor)
    {
        var bids = _slotBid.AsSpan(_slotStart[mentor], _fill[mentor]);
        var least = 0;
        for (var k = 1; k < bids.Length; k++)
        {
            if (bids[k] < bids[least])
                least = k;
        }

        return least;
    }
}
