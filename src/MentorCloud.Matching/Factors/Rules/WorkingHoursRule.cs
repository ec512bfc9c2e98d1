using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using MentorCloud.Matching.Factors.Kernels;

namespace MentorCloud.Matching.Factors.Rules;

/// <summary>Both working days known and fewer minutes shared than asked for.</summary>
internal sealed class WorkingHoursRule(WorkingHours hours, int sharedMinutes) : PairRule
{
    public override HardRule Reports => HardRule.WorkingHours;

    public override bool AppliesTo(int mentee) => sharedMinutes > 0 && hours.Length(mentee) > 0 && !hours.AllMissing;

    public override void Apply(int mentee, int start, Span<int> flags)
    {
        var result = MemoryMarshal.Cast<int, Vector256<int>>(flags);
        var known = MemoryMarshal.Cast<float, Vector256<float>>(hours.Known.AsSpan(start, flags.Length));
        var least = Vector256.Create((float)sharedMinutes);
        var flag = Vector256.Create((int)HardRule.WorkingHours);
        for (var v = 0; v < result.Length; v++)
        {
            var few = Vector256.LessThan(hours.Shared(mentee, start + (v * FactorKernel.Lanes)), least);
            few &= Vector256.GreaterThan(known[v], Vector256<float>.Zero);
            result[v] |= few.AsInt32() & flag;
        }
    }
}
