using System.Collections.Immutable;

namespace MentorCloud.Matching.Factors;

/// <summary>Refuses scoring input whose columns do not fit together.</summary>
internal static class InputCheck
{
    public static ScoringInput Validate(ScoringInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        Table(input.Mentees, "mentees");
        Table(input.Mentors, "mentors");
        Require(input.Mentees.Competencies == input.Mentors.Competencies, "Mentees and mentors must have the same competencies.");
        Require(input.Mentees.StyleTraits == input.Mentors.StyleTraits, "Mentees and mentors must have the same style traits.");
        Weights(input.Weights);
        var pairs = input.MenteePreferences.Concat(input.MentorPreferences);
        Range(pairs.All(p => p.Value is >= 0 and <= 1), "A preference must lie between 0 and 1.");
        var named = pairs.Select(p => (p.Mentee, p.Mentor)).Concat(input.Rules.Exclusions.Select(p => (p.Mentee, p.Mentor)));
        if (named.Any(p => (uint)p.Mentee >= (uint)input.Mentees.Count || (uint)p.Mentor >= (uint)input.Mentors.Count))
            throw new MatchingException(MatchingErrors.Pair, "A preference or exclusion names somebody who does not exist.");
        Range(input.Rules.SharedMinutes is >= 0 and <= 1440, "The shared working minutes must lie between 0 and 1440.");
        Column(input.Rules.MentorCapacity, input.Mentors.Count, "mentors' capacities");
        return input;
    }

    private static void Weights(FactorWeights weights)
    {
        Require(weights.Values.Length == FactorWeights.Count, $"There must be {FactorWeights.Count} weights.");
        Range(weights.Values.All(w => double.IsFinite(w) && w is >= 0 and <= 1e6), "A weight must be finite and between 0 and 1e6.");
        Range(weights.Values.Any(w => w > 0), "At least one weight must be above 0.");
        Range(weights.CognitivePeak is >= 0.01 and <= 0.99, "The cognitive peak must lie between 0.01 and 0.99.");
    }

    private static void Table(ParticipantTable people, string who)
    {
        Range(people.Count >= 0 && people.Competencies >= 0 && people.StyleTraits >= 0 && people.ExperienceWords >= 0 && people.LanguageWords >= 0, $"Counts of the {who} must be 0 or more.");
        Column(people.Levels, people.Count * people.Competencies, $"levels of the {who}");
        Column(people.Gaps, people.Count * people.Competencies, $"gaps of the {who}");
        Column(people.Priorities, people.Count * people.Competencies, $"priorities of the {who}");
        Column(people.Styles, people.Count * people.StyleTraits, $"styles of the {who}");
        Column(people.Division, people.Count, $"divisions of the {who}");
        Column(people.Location, people.Count, $"locations of the {who}");
        Column(people.Generation, people.Count, $"generations of the {who}");
        Column(people.Industry, people.Count, $"industries of the {who}");
        Column(people.Function, people.Count, $"functions of the {who}");
        Column(people.Experiences, people.Count * people.ExperienceWords, $"experiences of the {who}");
        Column(people.Languages, people.Count * people.LanguageWords, $"languages of the {who}");
        Column(people.WorkStart, people.Count, $"working hours of the {who}");
        Column(people.WorkLength, people.Count, $"working hours of the {who}");
        Column(people.PersonId, people.Count, $"ids of the {who}");
        Column(people.ReportsTo, people.Count, $"reporting lines of the {who}");
        Values(people, who);
    }

    private static void Values(ParticipantTable people, string who)
    {
        foreach (var column in new[] { people.Levels, people.Gaps, people.Priorities })
            Range(column.All(v => float.IsNaN(v) || (v >= 0 && v <= 1e6f)), $"Levels, gaps and priorities of the {who} must lie between 0 and 1e6.");
        Range(people.Styles.All(v => float.IsNaN(v) || (v >= 0 && v <= 1)), $"Styles of the {who} must lie between 0 and 1.");
        Range(people.WorkStart.All(s => s is >= -1 and < 1440), $"Working days of the {who} must start between 0 and 1439, or -1.");
        Range(people.WorkLength.All(l => l is >= 0 and <= 1440), $"Working days of the {who} must last 0 to 1440 minutes.");
        Require(people.PersonId.Distinct().Count() == people.PersonId.Length, $"Ids of the {who} must be unique.");
    }

    private static void Column<T>(ImmutableArray<T> column, int length, string what) =>
        Require(!column.IsDefault && (column.IsEmpty || column.Length == length), $"The column of {what} must be empty or have {length} entries.");

    private static void Require(bool condition, string message)
    {
        if (!condition)
            throw new MatchingException(MatchingErrors.Shape, message);
    }

    private static void Range(bool condition, string message)
    {
        if (!condition)
            throw new MatchingException(MatchingErrors.Range, message);
    }
}
