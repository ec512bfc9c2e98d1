using System.Runtime.Intrinsics;

namespace MentorCloud.Matching.Factors.Kernels;

/// <summary>Share of the mentee's working day that the mentor works too.</summary>
internal sealed class SharedHoursKernel(WorkingHours hours) : FactorKernel(Factor.SharedHours)
{
    public override Presence PresenceOf(int mentee) =>
        hours.Length(mentee) == 0 || hours.AllMissing ? Presence.None : hours.AnyMissing ? Presence.Some : Presence.All;

    public override void Evaluate(int mentee, int start, Span<float> values, Span<float> present)
    {
        var length = Vector256.Create(hours.Length(mentee));
        var shares = Vectors(values);
        for (var v = 0; v < shares.Length; v++)
            shares[v] = Vector256.Min(hours.Shared(mentee, start + (v * Lanes)) / length, Vector256<float>.One);
        if (hours.AnyMissing)
            hours.Known.AsSpan(start, values.Length).CopyTo(present);
    }
}
