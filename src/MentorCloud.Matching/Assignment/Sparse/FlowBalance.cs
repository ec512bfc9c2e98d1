namespace MentorCloud.Matching.Assignment.Sparse;

/// <summary>Brings a network from any prices to the exact optimum over its candidate pairs.</summary>
internal sealed class FlowBalance
{
    private readonly FlowNetwork _network;
    private readonly AugmentingSearch _fromMentees;
    private readonly AugmentingSearch _fromMentors;
    private readonly TightMatching _tight;

    public FlowBalance(FlowNetwork network)
    {
        _network = network;
        _fromMentees = new AugmentingSearch(network, fromMentee: true);
        _fromMentors = new AugmentingSearch(network, fromMentee: false);
        _tight = new TightMatching(network);
    }

    public long Augmentations => _fromMentees.Augmentations + _fromMentors.Augmentations;

    /// <summary>
    /// Sets the mentees' duals for the mentors' present prices and puts as many of <paramref name="wanted"/> (edges)
    /// into the flow as these prices allow. The flow must be empty.
    /// </summary>
    public void Start(IEnumerable<int> wanted)
    {
        var taken = new bool[_network.EdgeCount];
        var room = (int[])_network.Mentors.Capacity.Clone();
        var own = (int[])_network.Mentees.Capacity.Clone();
        foreach (var edge in wanted)
        {
            if (own[_network.MenteeOf[edge]] > 0 && room[_network.MentorOf[edge]] > 0)
            {
                own[_network.MenteeOf[edge]]--;
                room[_network.MentorOf[edge]]--;
                taken[edge] = true;
            }
        }

        for (var i = 0; i < _network.Mentees.Count; i++)
            StartMentee(i, taken);
    }

    /// <summary>Removes every imbalance. Time: one search for each, see <see cref="AugmentingSearch"/>.</summary>
    public void Run(IProgress<SolveProgress>? progress, CancellationToken cancellation)
    {
        _tight.Run(cancellation);
        RunSide(_fromMentees, _network.Mentees, progress, cancellation);
        RunSide(_fromMentors, _network.Mentors, progress, cancellation);
    }

    private static void RunSide(AugmentingSearch search, FlowSide side, IProgress<SolveProgress>? progress, CancellationToken cancellation)
    {
        for (var k = 0; k < side.Count; k++)
        {
            if (!side.IsImbalanced(k))
                continue;
            cancellation.ThrowIfCancellationRequested();
            progress?.Report(new SolveProgress("augment", k, side.Count));
            while (side.IsImbalanced(k))
                search.Augment(k);
        }
    }

    private void StartMentee(int mentee, bool[] taken)
    {
        var dual = 0L;
        var (start, end) = (_network.Mentees.Start[mentee], _network.Mentees.Start[mentee + 1]);
        for (var e = start; e < end; e++)
        {
            if (!taken[e])
                dual = Math.Max(dual, Net(e));
        }

        var least = long.MaxValue;
        for (var e = start; e < end; e++)
        {
            if (taken[e] && Net(e) >= dual)
            {
                _network.Add(e);
                least = Math.Min(least, Net(e));
            }
        }

        var full = !_network.Mentees.HasRoom(mentee) && least != long.MaxValue;
        _network.Mentees.Dual[mentee] = full ? least : dual;
    }

    private long Net(int edge) => _network.Mentees.Value[edge] - _network.Mentors.Dual[_network.MentorOf[edge]];
}
