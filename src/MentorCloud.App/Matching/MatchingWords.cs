using MentorCloud.Contracts.Solving;

namespace MentorCloud.App.Matching;

/// <summary>Numbers for the words that people use: divisions, locations, experiences, languages, and people themselves.</summary>
internal sealed class MatchingWords
{
    private readonly Dictionary<string, string> superiors = new(StringComparer.Ordinal);

    public MatchingWords(SolveTask task)
    {
        foreach (var person in task.Mentors.Concat(task.Mentees))
        {
            People.NumberOf(person.Profile.ExternalId);
            if (person.Profile.ReportsTo.Length > 0)
            {
                superiors[person.Profile.ExternalId] = person.Profile.ReportsTo;
            }

            foreach (var experience in person.Profile.Intake.Experiences.Concat(person.Profile.Intake.WantedExperiences))
            {
                Experiences.NumberOf(experience);
            }

            foreach (var language in person.Profile.Intake.Languages)
            {
                Languages.NumberOf(LanguageOf(language));
            }
        }
    }

    public WordNumbers People { get; } = new(StringComparer.Ordinal);

    public WordNumbers Divisions { get; } = new(StringComparer.OrdinalIgnoreCase);

    public WordNumbers Locations { get; } = new(StringComparer.OrdinalIgnoreCase);

    public WordNumbers Experiences { get; } = new(StringComparer.OrdinalIgnoreCase);

    public WordNumbers Languages { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The primary subtag: who speaks <c>pt-BR</c> and <c>pt-PT</c> understand each other (RFC 5646, section 2.2.1).</summary>
    public static string LanguageOf(string tag) => tag.Split('-')[0];

    /// <summary>Everybody above a person, as far as the roster tells; a circle ends where it began.</summary>
    public IEnumerable<int> Above(string externalId)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { externalId };
        while (superiors.TryGetValue(externalId, out var superior) && seen.Add(superior))
        {
            yield return People.NumberOf(superior);
            externalId = superior;
        }
    }
}
