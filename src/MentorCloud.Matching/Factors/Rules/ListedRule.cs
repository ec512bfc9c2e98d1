namespace MentorCloud.Matching.Factors.Rules;

/// <summary>Pairs forbidden one by one: the same person, the reporting line, named exclusions.</summary>
internal sealed class ListedRule : PairRule
{
    private readonly Dictionary<int, List<(int Mentor, HardRule Rule)>> _byMentee = [];

    public ListedRule(ScoringInput input)
    {
        foreach (var pair in input.Rules.Exclusions)
            Add(pair.Mentee, pair.Mentor, HardRule.Exclusion);
        if (input.Mentees.PersonId.IsEmpty || input.Mentors.PersonId.IsEmpty)
            return;
        var mentees = Rows(input.Mentees);
        var mentors = Rows(input.Mentors);
        foreach (var (person, mentee) in mentees)
        {
            if (mentors.TryGetValue(person, out var same))
                Add(mentee, same, HardRule.SamePerson);
        }

        if (!input.Rules.ReportingLine)
            return;
        foreach (var (mentee, above) in Lines(input.Mentees))
        {
            if (mentors.TryGetValue(above, out var mentor))
                Add(mentee, mentor, HardRule.ReportingLine);
        }

        foreach (var (mentor, above) in Lines(input.Mentors))
        {
            if (mentees.TryGetValue(above, out var mentee))
                Add(mentee, mentor, HardRule.ReportingLine);
        }
    }

    public override HardRule Reports => HardRule.SamePerson | HardRule.ReportingLine | HardRule.Exclusion;

    public override bool AppliesTo(int mentee) => _byMentee.ContainsKey(mentee);

    public override void Apply(int mentee, int start, Span<int> flags)
    {
        foreach (var (mentor, rule) in _byMentee[mentee])
        {
            if ((uint)(mentor - start) < (uint)flags.Length)
                flags[mentor - start] |= (int)rule;
        }
    }

    private static Dictionary<int, int> Rows(ParticipantTable people) =>
        Enumerable.Range(0, people.Count).ToDictionary(r => people.PersonId[r], r => r);

    private static IEnumerable<(int Row, int Above)> Lines(ParticipantTable people)
    {
        for (var r = 0; r < people.Count && !people.ReportsTo.IsEmpty; r++)
        {
            foreach (var above in people.ReportsTo[r].IsDefault ? [] : people.ReportsTo[r])
                yield return (r, above);
        }
    }

    private void Add(int mentee, int mentor, HardRule rule)
    {
        if (!_byMentee.TryGetValue(mentee, out var list))
            _byMentee.Add(mentee, list = []);
        list.Add((mentor, rule));
    }
}
