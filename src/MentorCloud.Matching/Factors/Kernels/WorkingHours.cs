using System.Runtime.Intrinsics;

namespace MentorCloud.Matching.Factors.Kernels;

/// <summary>Working days as arcs on the 24-hour circle, and how many minutes two of them share.</summary>
internal sealed class WorkingHours
{
    private const float Day = 1440;
    private readonly float[] _menteeStart;
    private readonly float[] _menteeLength;
    private readonly float[] _start;
    private readonly float[] _length;

    public WorkingHours(ParticipantTable mentees, ParticipantTable mentors)
    {
        (_menteeStart, _menteeLength, _) = Columns(mentees);
        (_start, _length, Known) = Columns(mentors);
        AnyMissing = Known.Take(mentors.Count).Any(k => k == 0);
        AllMissing = Known.All(k => k == 0);
    }

    /// <summary>1 for mentors whose hours are known and not empty, else 0.</summary>
    public float[] Known { get; }

    public bool AnyMissing { get; }

    public bool AllMissing { get; }

    /// <summary>Length of the mentee's day; 0 if missing.</summary>
    public float Length(int mentee) => _menteeLength[mentee];

    /// <summary>Minutes shared with the eight mentors from <paramref name="mentor"/> on.</summary>
    public Vector256<float> Shared(int mentee, int mentor)
    {
        var start = Vector256.Create(_menteeStart[mentee]);
        var end = start + Vector256.Create(_menteeLength[mentee]);
        var from = Vector256.LoadUnsafe(ref _start[mentor]);
        var to = from + Vector256.LoadUnsafe(ref _length[mentor]);
        var day = Vector256.Create(Day);
        return Arc(start, end, from - day, to - day) + Arc(start, end, from, to) + Arc(start, end, from + day, to + day);
    }

    private static Vector256<float> Arc(Vector256<float> start, Vector256<float> end, Vector256<float> from, Vector256<float> to) =>
        Vector256.Max(Vector256.Min(end, to) - Vector256.Max(start, from), Vector256<float>.Zero);

    private static (float[] Start, float[] Length, float[] Known) Columns(ParticipantTable people)
    {
        var padded = (people.Count + FactorKernel.Lanes - 1) / FactorKernel.Lanes * FactorKernel.Lanes;
        var (start, length, known) = (new float[padded], new float[padded], new float[padded]);
        for (var r = 0; r < people.Count && !people.WorkStart.IsEmpty && !people.WorkLength.IsEmpty; r++)
        {
            if (people.WorkStart[r] < 0 || people.WorkLength[r] <= 0)
                continue;
            (start[r], length[r], known[r]) = (people.WorkStart[r], people.WorkLength[r], 1);
        }

        return (start, length, known);
    }
}
