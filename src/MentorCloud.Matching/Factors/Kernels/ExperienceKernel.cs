using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MentorCloud.Matching.Factors.Kernels;

/// <summary>Share of the mentee's missing experiences that the mentor has lived.</summary>
internal sealed class ExperienceKernel : FactorKernel
{
    private readonly BitColumns _lived;
    private readonly uint[] _missing;
    private readonly float[] _wanted;

    public ExperienceKernel(ParticipantTable mentees, ParticipantTable mentors)
        : base(Factor.ExperienceBreadth)
    {
        _lived = new BitColumns(mentors.Experiences, mentors.Count, mentors.ExperienceWords);
        _missing = BitColumns.Rows(mentees.Experiences, mentees.Count, mentees.ExperienceWords, _lived.Words);
        _wanted = new float[mentees.Count];
        for (var i = 0; i < mentees.Count; i++)
        {
            // Experiences that lie beyond the mentors' words still count as wanted: nobody has lived them.
            for (var w = 0; w < mentees.ExperienceWords && !mentees.Experiences.IsEmpty; w++)
                _wanted[i] += BitOperations.PopCount(mentees.Experiences[(i * mentees.ExperienceWords) + w]);
        }
    }

    public override Presence PresenceOf(int mentee) =>
        _wanted[mentee] == 0 || _lived.Words == 0 ? Presence.None : _lived.AnyMissing ? Presence.Some : Presence.All;

    public override void Evaluate(int mentee, int start, Span<float> values, Span<float> present)
    {
        var counts = MemoryMarshal.Cast<float, Vector256<uint>>(values);
        counts.Clear();
        for (var w = 0; w < _lived.Words; w++)
        {
            var wanted = Vector256.Create(_missing[(mentee * _lived.Words) + w]);
            if (wanted == Vector256<uint>.Zero)
                continue;
            var lived = MemoryMarshal.Cast<uint, Vector256<uint>>(_lived.Word(w).AsSpan(start, values.Length));
            for (var v = 0; v < counts.Length; v++)
                counts[v] += PopCount(lived[v] & wanted);
        }

        var whole = Vector256.Create(_wanted[mentee]);
        var shares = Vectors(values);
        for (var v = 0; v < counts.Length; v++)
            shares[v] = Vector256.ConvertToSingle(counts[v].AsInt32()) / whole;
        if (_lived.AnyMissing)
            _lived.Known.AsSpan(start, values.Length).CopyTo(present);
    }

    /// <summary>Bits set in each lane, by sums within ever wider fields.</summary>
    private static Vector256<uint> PopCount(Vector256<uint> x)
    {
        x -= Vector256.ShiftRightLogical(x, 1) & Vector256.Create(0x55555555u);
        x = (x & Vector256.Create(0x33333333u)) + (Vector256.ShiftRightLogical(x, 2) & Vector256.Create(0x33333333u));
        x = (x + Vector256.ShiftRightLogical(x, 4)) & Vector256.Create(0x0F0F0F0Fu);
        x += Vector256.ShiftRightLogical(x, 8);
        x += Vector256.ShiftRightLogical(x, 16);
        return x & Vector256.Create(0x3Fu);
    }
}
