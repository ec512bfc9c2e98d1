namespace MentorCloud.Matching.Assignment.Sparse;

/// <summary>
/// Augments along pairs of reduced cost 0 only, many disjoint paths in each round over the edges (Pothen and Fan
/// 1990). Cheap where scores tie: it takes most mentees out before single searches begin. Duals do not move.
/// </summary>
internal sealed class TightMatching(FlowNetwork network)
{
    /// <summary>So few are left to single searches: after a pin or a veto these change no more pairs than needed, while the paths here may be long.</summary>
    private const int Few = 32;

    private readonly int[] _stack = new int[network.Mentees.Count];
    private readonly int[] _menteeParent = new int[network.Mentees.Count];
    private readonly int[] _mentorParent = new int[network.Mentors.Count];
    private readonly int[] _menteeSeen = new int[network.Mentees.Count];
    private readonly int[] _mentorSeen = new int[network.Mentors.Count];
    private int _round;

    /// <summary>Runs rounds until one brings little.</summary>
    public void Run(CancellationToken cancellation)
    {
        var open = Enumerable.Range(0, network.Mentees.Count).Where(network.Mentees.IsImbalanced).ToList();
        while (open.Count > Few)
        {
            cancellation.ThrowIfCancellationRequested();
            _round++;
            var before = open.Count;
            open.RemoveAll(i => Augment(i) && !network.Mentees.IsImbalanced(i));
            if (before - open.Count <= before / 64)
                return;
        }
    }

    private bool Augment(int root)
    {
        var count = 0;
        _stack[count++] = root;
        _menteeSeen[root] = _round;
        _menteeParent[root] = -1;
        while (count > 0)
        {
            var mentee = _stack[--count];
            var (start, end) = (network.Mentees.Start[mentee], network.Mentees.Start[mentee + 1]);
            var dual = network.Mentees.Dual[mentee];
            for (var e = start; e < end; e++)
            {
                var mentor = network.MentorOf[e];
                if (_mentorSeen[mentor] == _round || network.Mentees.Value[e] - network.Mentors.Dual[mentor] != dual || network.InFlow(e))
                    continue;
                _mentorSeen[mentor] = _round;
                _mentorParent[mentor] = e;
                if (network.Mentors.HasRoom(mentor))
                {
                    Flip(mentor);
                    return true;
                }

                count = PushOccupants(mentor, count);
            }
        }

        return false;
    }

    private int PushOccupants(int mentor, int count)
    {
        foreach (var edge in network.Mentors.Occupied(mentor))
        {
            var mentee = network.MenteeOf[edge];
            if (_menteeSeen[mentee] == _round || network.Surplus(edge) != 0)
                continue;
            _menteeSeen[mentee] = _round;
            _menteeParent[mentee] = edge;
            _stack[count++] = mentee;
        }

        return count;
    }

    private void Flip(int mentor)
    {
        while (true)
        {
            var edge = _mentorParent[mentor];
            var before = _menteeParent[network.MenteeOf[edge]];
            if (before >= 0)
            {
                mentor = network.MentorOf[before];
                network.Remove(before);
            }

            network.Add(edge);
            if (before < 0)
                return;
        }
    }
}
