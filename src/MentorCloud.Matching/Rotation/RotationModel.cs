using MentorCloud.Matching.Assignment;

namespace MentorCloud.Matching.Rotation;

/// <summary>A rotation problem with everything that is settled or pinned taken out: who is free when, who met whom.</summary>
internal sealed class RotationModel
{
    private readonly HashSet<PairId> _closed;
    private readonly ulong[] _mentorOpen;
    private readonly Dictionary<ulong, int> _presenceOf;

    public RotationModel(RotationProblem problem)
    {
        RotationCheck.Validate(problem);
        RotationSize.Require(problem);
        Problem = problem;
        var open = Open(problem.FirstOpenStage, problem.Stages - 1);
        MenteeFree = [.. Enumerable.Range(0, problem.Scores.Mentees).Select(i => open & Window(problem.MenteeWindow, i))];
        Room = new int[problem.Scores.Mentors, problem.Stages];
        for (var j = 0; j < problem.Scores.Mentors; j++)
        {
            for (var r = problem.FirstOpenStage; r < problem.Stages; r++)
                Room[j, r] = (Window(problem.MentorWindow, j) >> r & 1) != 0 ? Math.Min(problem.MentorCapacity[j], problem.Scores.Mentees) : 0;
        }

        _mentorOpen = new ulong[problem.Scores.Mentors];
        _closed = [.. problem.Vetoes, .. problem.Settled.Concat(problem.Pins).Select(p => new PairId(p.Mentee, p.Mentor))];
        Perspectives = RotationSize.Perspectives(problem);
        Met = new bool[problem.Scores.Mentees * Perspectives];
        foreach (var pair in problem.Settled)
            Meet(pair);
        foreach (var pin in problem.Pins)
        {
            RotationCheck.Pin((MenteeFree[pin.Mentee] >> pin.Stage & 1) != 0 && Room[pin.Mentor, pin.Stage] > 0, pin);
            MenteeFree[pin.Mentee] &= ~(1UL << pin.Stage);
            Room[pin.Mentor, pin.Stage]--;
            PinnedBonus += Meet(pin) ? problem.PerspectiveBonus : 0;
        }

        Presences = [.. MenteeFree.Where(free => free != 0).Distinct()];
        _presenceOf = Presences.Index().ToDictionary(p => p.Item, p => p.Index);
        for (var j = 0; j < _mentorOpen.Length; j++)
            _mentorOpen[j] = Enumerable.Range(0, problem.Stages).Aggregate(0UL, (bits, r) => bits | (Room[j, r] > 0 ? 1UL << r : 0));
    }

    public RotationProblem Problem { get; }

    /// <summary>The different sets of stages in which mentees still need a mentor, as bits, in the mentees' order; none empty.</summary>
    public ulong[] Presences { get; }

    /// <summary>Open stages in which each mentee still needs a mentor, as bits.</summary>
    public ulong[] MenteeFree { get; }

    /// <summary>Places of each mentor in each open stage that pins leave.</summary>
    public int[,] Room { get; }

    /// <summary>Perspectives, one of them "none", which is number 0 and earns nothing.</summary>
    public int Perspectives { get; }

    /// <summary>Whether a mentee has met a perspective in settled or pinned pairs.</summary>
    public bool[] Met { get; }

    /// <summary>Bonus that the pins alone earn.</summary>
    public long PinnedBonus { get; }

    public int PerspectiveOf(int mentor) => Problem.Perspective.IsDefault ? 0 : Problem.Perspective[mentor] + 1;

    /// <summary>True for vetoed pairs, pairs that met or are pinned, and people who are never free in the same stage.</summary>
    public bool IsClosed(int mentee, int mentor) => (MenteeFree[mentee] & _mentorOpen[mentor]) == 0 || _closed.Contains(new PairId(mentee, mentor));

    /// <summary>True for a pair with this score that some open stage may have, pins aside.</summary>
    public bool MayMeet(int mentee, int mentor, long score) => score >= 0 && !IsClosed(mentee, mentor);

    /// <summary>Bonus of meeting a perspective that settled and pinned pairs do not have.</summary>
    public long Bonus(int mentee, int perspective) => perspective == 0 || Met[(mentee * Perspectives) + perspective] ? 0 : Problem.PerspectiveBonus;

    /// <summary>Number of a mentee's set of stages in <see cref="Presences"/>; only for mentees who still need a mentor.</summary>
    public int PresenceOf(int mentee) => _presenceOf[MenteeFree[mentee]];

    private bool Meet(StagePair pair)
    {
        var perspective = PerspectiveOf(pair.Mentor);
        ref var met = ref Met[(pair.Mentee * Perspectives) + perspective];
        var first = perspective > 0 && !met;
        met = true;
        return first;
    }

    private static ulong Window(System.Collections.Immutable.ImmutableArray<StageWindow> windows, int index) =>
        windows.IsDefault ? ulong.MaxValue : Open(Math.Max(0, windows[index].First), windows[index].Last);

    private static ulong Open(int first, int last) =>
        last < first ? 0 : (last >= 63 ? ulong.MaxValue : (1UL << (last + 1)) - 1) & ~((1UL << first) - 1);
}
