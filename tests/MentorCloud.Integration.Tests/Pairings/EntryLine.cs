namespace MentorCloud.Integration.Tests.Pairings;

/// <summary>One line of the table of what mentor and mentee write, as the requirements have it (rows 42 to 50, 52, 53).</summary>
/// <param name="Name">The kind in the schema.</param>
/// <param name="Asked">Texts that it asks for.</param>
/// <param name="AtEnd">Texts that finishing asks for; empty where it is finished when written.</param>
/// <param name="Least">The narrowest circle of readers.</param>
/// <param name="Most">The widest.</param>
/// <param name="Fields">Other fields that it asks for, with plausible values.</param>
internal sealed record EntryLine(string Name, string[] Asked, string[] AtEnd, string Least, string Most, params (string Name, object? Value)[] Fields)
{
    public const string Author = "AUTHOR";
    public const string Pair = "PAIR";
    public const string Program = "PROGRAM";
    public const string Tenant = "TENANT";

    /// <summary>The circles, narrow to wide.</summary>
    public static IReadOnlyList<string> Circles { get; } = [Author, Pair, Program, Tenant];

    /// <summary>All kinds.</summary>
    /// <param name="now">An instant, as GraphQL writes it.</param>
    /// <param name="soon">A day ahead.</param>
    public static IReadOnlyList<EntryLine> All(string now, string soon) =>
    [
        new("CHECK_IN_NOTE", ["text"], [], Author, Tenant, ("checkIn", 1)),
        new("PLAN_ITEM", ["activity", "indicator"], ["evidence"], Pair, Program, ("topic", "Strategic Thinking"), ("owner", "MENTEE"), ("dueOn", soon)),
        new("EXPERIMENT", ["hypothesis"], ["tried", "outcome", "lesson", "next"], Author, Program),
        new("ASSIGNMENT", ["task"], ["decisionCriteria", "risks", "alternatives"], Pair, Program, ("topic", "First visible step"), ("owner", "MENTEE")),
        new("STRETCH", ["opportunity"], ["outcome"], Pair, Program, ("topic", "shadowing"), ("owner", "MENTOR")),
        new("ASSUMPTION", ["statement"], ["resolution"], Author, Program),
        new("DISSENT", ["statement", "grounds"], ["resolution"], Author, Program),
        new("TRADE_OFF", ["gained", "given"], [], Author, Program),
        new("NOTE", ["text"], [], Author, Program),
        new("READING_LIST", ["text"], [], Pair, Tenant),
        new("FEEDBACK", ["behaviour", "effect", "criterion"], [], Pair, Pair, ("happenedAt", now), ("tone", "PRAISE")),
        new("JOURNAL", ["text"], [], Author, Pair),
        new("AFTER_ACTION_REVIEW", ["expected", "happened", "why", "next"], [], Author, Program, ("happenedAt", now)),
        new("EVIDENCE", ["text"], [], Pair, Program, ("topic", "First visible step")),
    ];

    /// <summary>The circles that a writer may choose.</summary>
    public IEnumerable<string> Possible => Circles.SkipWhile(circle => circle != Least).TakeWhile(circle => circle != Most).Append(Most);

    /// <summary>Texts for some fields.</summary>
    public static object Texts(IEnumerable<string> fields, string words) => fields.Select(field => new { field, text = $"{words} {field}" }).ToArray();
}
