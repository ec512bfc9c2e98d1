using System.Numerics;
using MentorCloud.Matching.Assignment;

namespace MentorCloud.Matching.Rotation;

/// <summary>
/// Spreads chosen pairs over stages: an edge colouring of a bipartite graph (König 1916). Each place of a mentor is a
/// node of its own; a pair without a common free stage makes room by exchanging two stages along an alternating
/// path. If everybody takes part in all stages this always succeeds; otherwise a few pairs may be left over.
/// </summary>
internal sealed class StageSchedule
{
    private readonly RotationModel _model;
    private readonly int _stages;
    private readonly int[] _placeStart;
    private readonly int[] _placeMentor;
    private readonly ulong[] _placeOpen;
    private readonly int[] _placeLoad;
    private readonly int[] _menteeAt;
    private readonly int[] _placeAt;

    /// <summary>Makes the places; a mentor needs no more of them than there are pairs of theirs.</summary>
    public StageSchedule(RotationModel model, IEnumerable<PairId> chosen)
    {
        (_model, _stages) = (model, model.Problem.Stages);
        var mentors = model.Problem.Scores.Mentors;
        _placeStart = new int[mentors + 1];
        var (open, owner) = (new List<ulong>(), new List<int>());
        var pairsOf = chosen.CountBy(pair => pair.Mentor).ToDictionary();
        for (var j = 0; j < mentors; j++)
        {
            var most = Enumerable.Range(0, _stages).Max(r => model.Room[j, r]);
            for (var place = 0; place < Math.Min(most, pairsOf.GetValueOrDefault(j)); place++)
            {
                open.Add(Enumerable.Range(0, _stages).Aggregate(0UL, (bits, r) => bits | (model.Room[j, r] > place ? 1UL << r : 0)));
                owner.Add(j);
            }

            _placeStart[j + 1] = open.Count;
        }

        (_placeOpen, _placeMentor, _placeLoad) = ([.. open], [.. owner], new int[open.Count]);
        _menteeAt = new int[model.MenteeFree.Length * _stages];
        _placeAt = new int[open.Count * _stages];
        Array.Fill(_menteeAt, -1);
        Array.Fill(_placeAt, -1);
    }

    /// <summary>The stage of every pair that found one.</summary>
    public IEnumerable<StagePair> Pairs =>
        from i in Enumerable.Range(0, _model.MenteeFree.Length)
        from r in Enumerable.Range(0, _stages)
        where _menteeAt[(i * _stages) + r] >= 0
        select new StagePair(r, i, _placeMentor[_menteeAt[(i * _stages) + r]]);

    /// <summary>Gives the pair a stage; false if none could be made free.</summary>
    public bool Add(PairId pair)
    {
        for (var place = _placeStart[pair.Mentor]; place < _placeStart[pair.Mentor + 1]; place++)
        {
            if (_placeLoad[place] < BitOperations.PopCount(_placeOpen[place]) && Add(pair.Mentee, place))
                return true;
        }

        return false;
    }

    /// <summary>Where the pair could stand if whoever is in the way there moved out.</summary>
    public IEnumerable<StageSpot> Spots(PairId pair) =>
        from place in Enumerable.Range(_placeStart[pair.Mentor], _placeStart[pair.Mentor + 1] - _placeStart[pair.Mentor])
        from stage in Bits(_model.MenteeFree[pair.Mentee] & _placeOpen[place])
        select new StageSpot(pair, place, stage);

    /// <summary>The pairs in the way of a spot: the mentee's other mentor in the stage, and the place's other mentee.</summary>
    public IEnumerable<StageSpot> InTheWay(StageSpot spot)
    {
        var other = _menteeAt[(spot.Pair.Mentee * _stages) + spot.Stage];
        if (other >= 0)
            yield return new StageSpot(new PairId(spot.Pair.Mentee, _placeMentor[other]), other, spot.Stage);
        var mentee = _placeAt[(spot.Place * _stages) + spot.Stage];
        if (mentee >= 0 && mentee != spot.Pair.Mentee)
            yield return new StageSpot(new PairId(mentee, spot.Pair.Mentor), spot.Place, spot.Stage);
    }

    /// <summary>Puts the pair on the spot; returns the pairs that had to leave the plan.</summary>
    public StageSpot[] Force(StageSpot spot)
    {
        var moved = InTheWay(spot).ToArray();
        foreach (var gone in moved)
        {
            (_menteeAt[(gone.Pair.Mentee * _stages) + gone.Stage], _placeAt[(gone.Place * _stages) + gone.Stage]) = (-1, -1);
            _placeLoad[gone.Place]--;
        }

        Set(spot.Pair.Mentee, spot.Place, spot.Stage);
        return moved;
    }

    private bool Add(int mentee, int place)
    {
        var free = Free(_model.MenteeFree[mentee], _menteeAt, mentee);
        var room = Free(_placeOpen[place], _placeAt, place);
        if ((free & room) != 0)
            return Set(mentee, place, BitOperations.TrailingZeroCount(free & room));
        foreach (var mine in Bits(free))
        {
            foreach (var theirs in Bits(room))
            {
                if ((_placeOpen[place] >> mine & 1) != 0 && Exchange(place, mine, theirs))
                    return Set(mentee, place, mine);
            }
        }

        return false;
    }

    private bool Set(int mentee, int place, int stage)
    {
        _menteeAt[(mentee * _stages) + stage] = place;
        _placeAt[(place * _stages) + stage] = mentee;
        _placeLoad[place]++;
        return true;
    }

    /// <summary>
    /// Frees <paramref name="from"/> at the place by exchanging the two stages along the path that begins there; false,
    /// with nothing changed, if somebody on the path does not take part in both.
    /// </summary>
    private bool Exchange(int place, int from, int to)
    {
        var path = new List<(int Mentee, int Place, int Stage)>();
        var (stage, other) = (from, to);
        while (true)
        {
            var mentee = _placeAt[(place * _stages) + stage];
            if (mentee < 0)
                break;
            path.Add((mentee, place, stage));
            if ((_model.MenteeFree[mentee] >> other & 1) == 0)
                return false;
            var next = _menteeAt[(mentee * _stages) + other];
            if (next < 0)
                break;
            path.Add((mentee, next, other));
            if ((_placeOpen[next] >> stage & 1) == 0)
                return false;
            place = next;
        }

        foreach (var (mentee, at, was) in path)
            (_menteeAt[(mentee * _stages) + was], _placeAt[(at * _stages) + was]) = (-1, -1);
        foreach (var (mentee, at, was) in path)
        {
            var now = was == from ? to : from;
            (_menteeAt[(mentee * _stages) + now], _placeAt[(at * _stages) + now]) = (at, mentee);
        }

        return true;
    }

    private ulong Free(ulong open, int[] at, int node)
    {
        for (var r = 0; r < _stages; r++)
        {
            if (at[(node * _stages) + r] >= 0)
                open &= ~(1UL << r);
        }

        return open;
    }

    private static IEnumerable<int> Bits(ulong set)
    {
        for (; set != 0; set &= set - 1)
            yield return BitOperations.TrailingZeroCount(set);
    }
}
