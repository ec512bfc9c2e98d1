using System.Collections.Frozen;
using System.Collections.Immutable;
using MentorCloud.Domain.Privacy;

namespace MentorCloud.Domain.Pairings.Practice;

/// <summary>The table of what mentor and mentee write: one line a kind (docs/pairings.md).</summary>
public static class EntryRules
{
    /// <summary>Forms of stretch opportunities, as an entry's topic names them (requirement 44).</summary>
    public static ImmutableArray<string> StretchForms { get; } = ["jointProject", "shadowing", "introduction", "crossFunctionalTask"];

    private static readonly FrozenDictionary<EntryKind, EntryRule> Table = new Dictionary<EntryKind, EntryRule>
    {
        [EntryKind.CheckInNote] = Once(["text"], [], Visibility.Author, Visibility.Tenant, EntryNeeds.CheckIn),
        [EntryKind.PlanItem] = Followed(
            ["activity", "indicator"], ["evidence"], Visibility.Pair, Visibility.Program, EntryNeeds.Topic | EntryNeeds.Owner | EntryNeeds.DueOn),
        [EntryKind.Experiment] = Followed(["hypothesis"], ["tried", "outcome", "lesson", "next"], Visibility.Author, Visibility.Program),
        [EntryKind.Assignment] = Followed(
            ["task"], ["decisionCriteria", "risks", "alternatives"], Visibility.Pair, Visibility.Program, EntryNeeds.Milestone | EntryNeeds.Owner),
        [EntryKind.Stretch] = Followed(
            ["opportunity"], ["outcome"], Visibility.Pair, Visibility.Program, EntryNeeds.StretchForm | EntryNeeds.Owner),
        [EntryKind.Assumption] = Followed(["statement"], ["resolution"], Visibility.Author, Visibility.Program),
        [EntryKind.Dissent] = Followed(["statement", "grounds"], ["resolution"], Visibility.Author, Visibility.Program),
        [EntryKind.TradeOff] = Once(["gained", "given"], ["grounds"], Visibility.Author, Visibility.Program),
        [EntryKind.Note] = Once(["text"], [], Visibility.Author, Visibility.Program),
        [EntryKind.ReadingList] = Once(["text"], ["grounds"], Visibility.Pair, Visibility.Tenant),
        [EntryKind.Feedback] = Once(
            ["behaviour", "effect", "criterion"], ["suggestion"], Visibility.Pair, Visibility.Pair, EntryNeeds.Tone | EntryNeeds.HappenedAt),
        [EntryKind.Journal] = Once(["text"], [], Visibility.Author, Visibility.Pair),
        [EntryKind.AfterActionReview] = Once(
            ["expected", "happened", "why", "next"], [], Visibility.Author, Visibility.Program, EntryNeeds.HappenedAt),
        [EntryKind.Evidence] = Once(["text"], [], Visibility.Pair, Visibility.Program, EntryNeeds.Milestone),
    }.ToFrozenDictionary();

    /// <summary>The texts that a kind must have when it is written.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>Names of fields.</returns>
    public static ImmutableArray<string> AskedOf(EntryKind kind) => Table[kind].Asked;

    /// <summary>What every kind asks for, in order of the enumeration.</summary>
    public static ImmutableArray<EntryForm> Forms { get; } = [.. Enum.GetValues<EntryKind>().Select(kind => FormOf(kind, Table[kind]))];

    /// <summary>Whether a kind's topic is the title of a milestone.</summary>
    internal static bool NamesMilestone(EntryKind kind) => Table[kind].Needs.HasFlag(EntryNeeds.Milestone);

    internal static EntryRule Of(EntryKind kind) => Table[kind];

    private static EntryForm FormOf(EntryKind kind, EntryRule rule) => new(
        kind, rule.Asked, rule.Possible, rule.AskedAtEnd, rule.Least, rule.Most, [.. FieldsOf(need => (rule.Needs & need) != EntryNeeds.None)],
        [.. FieldsOf(need => need.HasFlag(EntryNeeds.Topic) || rule.Takes(need))],
        rule.Needs.HasFlag(EntryNeeds.StretchForm) ? StretchForms : []);

    private static IEnumerable<string> FieldsOf(Func<EntryNeeds, bool> has) =>
        from field in new (string Name, EntryNeeds Needs)[]
        {
            ("topic", EntryNeeds.Topic | EntryNeeds.Milestone | EntryNeeds.StretchForm),
            ("owner", EntryNeeds.Owner),
            ("dueOn", EntryNeeds.DueOn),
            ("happenedAt", EntryNeeds.HappenedAt),
            ("tone", EntryNeeds.Tone),
            ("checkIn", EntryNeeds.CheckIn),
        }
        where has(field.Needs)
        select field.Name;

    private static EntryRule Once(
        ImmutableArray<string> asked, ImmutableArray<string> possible, Visibility least, Visibility most, EntryNeeds needs = EntryNeeds.None) =>
        new(asked, possible, [], least, most, needs);

    private static EntryRule Followed(
        ImmutableArray<string> asked, ImmutableArray<string> atEnd, Visibility least, Visibility most, EntryNeeds needs = EntryNeeds.None) =>
        new(asked, [], atEnd, least, most, needs);
}
