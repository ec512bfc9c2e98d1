using MentorCloud.Matching.Factors;

namespace MentorCloud.Matching.Tests.Factors;

/// <summary>The formulas of docs/matching.md written down once more, in the plainest way, to judge the kernels by. Null: missing.</summary>
internal static class PlainFormulas
{
    public static double? Of(ScoringInput input, int mentee, int mentor, Factor factor) => factor switch
    {
        Factor.Complementarity => Covered(input.Mentees, mentee, input.Mentors, mentor),
        Factor.ReciprocalValue => Covered(input.Mentors, mentor, input.Mentees, mentee),
        Factor.ExperienceBreadth => Lived(input.Mentees.Experiences[mentee], input.Mentors.Experiences[mentor]),
        Factor.DivisionDiversity => Differs(input.Mentees.Division[mentee], input.Mentors.Division[mentor]),
        Factor.GeographyDiversity => Differs(input.Mentees.Location[mentee], input.Mentors.Location[mentor]),
        Factor.GenerationDiversity => Differs(input.Mentees.Generation[mentee], input.Mentors.Generation[mentor]),
        Factor.IndustryDiversity => Differs(input.Mentees.Industry[mentee], input.Mentors.Industry[mentor]),
        Factor.FunctionDiversity => Differs(input.Mentees.Function[mentee], input.Mentors.Function[mentor]),
        Factor.CognitiveDistance => Distance(input, mentee, mentor),
        Factor.MenteePreference => Wish(input.MenteePreferences, mentee, mentor),
        Factor.MentorPreference => Wish(input.MentorPreferences, mentee, mentor),
        _ => Shared(input, mentee, mentor),
    };

    /// <summary>How much of one person's gaps the other's levels cover.</summary>
    private static double? Covered(ParticipantTable learner, int row, ParticipantTable other, int otherRow)
    {
        var (covered, whole) = (0.0, 0.0);
        for (var k = 0; k < learner.Competencies; k++)
        {
            var (own, gap) = (learner.Levels[(row * learner.Competencies) + k], learner.Gaps[(row * learner.Competencies) + k]);
            var level = other.Levels[(otherRow * other.Competencies) + k];
            var priority = learner.Priorities.IsEmpty || float.IsNaN(learner.Priorities[(row * learner.Competencies) + k]) ? 1 : learner.Priorities[(row * learner.Competencies) + k];
            if (float.IsNaN(own) || float.IsNaN(gap) || float.IsNaN(level) || gap <= 0)
                continue;
            covered += priority * Math.Min(gap, Math.Max(0, level - own));
            whole += priority * gap;
        }

        return whole > 0 ? covered / whole : null;
    }

    private static double? Lived(ulong missing, ulong lived) =>
        missing == 0 || lived == 0 ? null : System.Numerics.BitOperations.PopCount(missing & lived) / (double)System.Numerics.BitOperations.PopCount(missing);

    private static double? Differs(int one, int other) => one < 0 || other < 0 ? null : one == other ? 0 : 1;

    private static double? Distance(ScoringInput input, int mentee, int mentor)
    {
        var width = input.Mentees.StyleTraits;
        var common = Enumerable.Range(0, width)
            .Select(t => Math.Abs((double)input.Mentees.Styles[(mentee * width) + t] - input.Mentors.Styles[(mentor * width) + t])).Where(d => !double.IsNaN(d)).ToArray();
        if (common.Length == 0)
            return null;
        var (distance, peak) = (common.Average(), input.Weights.CognitivePeak);
        return Math.Min(distance / peak, (1 - distance) / (1 - peak));
    }

    private static double? Wish(IEnumerable<Preference> wishes, int mentee, int mentor)
    {
        foreach (var wish in wishes)
        {
            if (wish.Mentee == mentee && wish.Mentor == mentor)
                return wish.Value;
        }

        return null;
    }

    /// <summary>Counts the minutes one by one.</summary>
    private static double? Shared(ScoringInput input, int mentee, int mentor)
    {
        var (own, theirs) = (Minutes(input.Mentees, mentee), Minutes(input.Mentors, mentor));
        return own.Count == 0 || theirs.Count == 0 ? null : own.Count(theirs.Contains) / (double)own.Count;
    }

    private static HashSet<int> Minutes(ParticipantTable side, int row) => side.WorkStart[row] < 0
        ? []
        : [.. Enumerable.Range(side.WorkStart[row], side.WorkLength[row]).Select(minute => minute % 1440)];
}
