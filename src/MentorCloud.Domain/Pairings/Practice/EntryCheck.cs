using System.Collections.Immutable;
using MentorCloud.Domain.Pairings.Cadence;
using MentorCloud.Domain.Refusals;
using MentorCloud.Domain.Time;

namespace MentorCloud.Domain.Pairings.Practice;

/// <summary>Checks what is written, by the table of kinds.</summary>
internal static class EntryCheck
{
    private const int MostCharacters = 8_000;
    private const int MostYearsAhead = 10;
    private static readonly TimeSpan LongestAgo = TimeSpan.FromDays(366);
    private static readonly TimeSpan BeforeThePairing = TimeSpan.FromDays(31);

    /// <summary>INPUT_INVALID, ENTRY_INCOMPLETE naming what is missing, or null.</summary>
    public static Refusal? Write(PairingState state, WriteEntry command, DateTimeOffset now)
    {
        if (!Enum.IsDefined(command.Kind))
        {
            return Inputs.Invalid("kind", "is no kind of entry");
        }

        var rule = EntryRules.Of(command.Kind);
        return Texts(rule, command.Texts)
            ?? (command.Visibility >= rule.Least && command.Visibility <= rule.Most
                ? null : Inputs.Invalid("visibility", $"must be {Inputs.Span(Inputs.Name(rule.Least), Inputs.Name(rule.Most))} for this kind"))
            ?? Inputs.Line(command.Topic, "topic", required: false)
            ?? Times(state, command, now)
            ?? Unasked(command, rule)
            ?? Missing(command, rule)
            ?? Links(state, command, rule);
    }

    /// <summary>INPUT_INVALID, ENTRY_INCOMPLETE, or null.</summary>
    public static Refusal? Move(Entry entry, MoveEntry command)
    {
        var rule = EntryRules.Of(entry.Kind);
        ImmutableArray<string> asked = command.Status switch
        {
            EntryStatus.Done => rule.AskedAtEnd,
            EntryStatus.Dropped => ["reason"],
            _ => [],
        };
        return Texts(rule, command.Texts) ?? Incomplete(asked.Where(field => !Has(command.Texts, field) && !entry.Given.Contains(field)));
    }

    /// <summary>Fields of texts that are given, of those that a kind's end asks for.</summary>
    public static IEnumerable<string> GivenBy(EntryRule rule, ImmutableArray<EntryText> texts) => rule.AskedAtEnd.Where(field => Has(texts, field));

    private static Refusal? Times(PairingState state, WriteEntry command, DateTimeOffset now)
    {
        var began = state.PublishedAt!.Value;
        return (command.HappenedAt is { } happened && (happened > now || happened < now - LongestAgo || happened < began - BeforeThePairing)
                ? Inputs.Invalid("happenedAt", "must not lie in the future, more than a year back or more than a month before the pairing began") : null)
            ?? (command.DueOn is { } due && (due < LocalTimes.DateIn(began, state.Origin.TimeZone) || due > DateOnly.FromDateTime(now.UtcDateTime).AddYears(MostYearsAhead))
                ? Inputs.Invalid("dueOn", $"must lie between the day on which the pairing began and {MostYearsAhead} years from now") : null);
    }

    /// <summary>What a kind has no use for is not stored with it.</summary>
    private static Refusal? Unasked(WriteEntry command, EntryRule rule) => Inputs.FirstOf<(string Field, EntryNeeds Need, bool IsGiven)>(
        [
            ("owner", EntryNeeds.Owner, command.Owner is not null),
            ("dueOn", EntryNeeds.DueOn, command.DueOn is not null),
            ("happenedAt", EntryNeeds.HappenedAt, command.HappenedAt is not null),
            ("tone", EntryNeeds.Tone, command.Tone is not null),
            ("checkIn", EntryNeeds.CheckIn, command.CheckIn is not null),
        ],
        (each, _) => each.IsGiven && !rule.Takes(each.Need) ? Inputs.Invalid(each.Field, $"is no field of {Inputs.Name(command.Kind)}; leave it out") : null);

    private static Refusal? Texts(EntryRule rule, ImmutableArray<EntryText> texts) =>
        Inputs.Count(texts, "texts", 0, 6)
            ?? Inputs.FirstOf(texts, (text, index) =>
                (rule.Knows(text.Field) ? null : Inputs.Invalid($"texts.{index}.field", $"'{text.Field}' is no text of this kind"))
                ?? Inputs.Paragraph(text.Text, $"texts.{index}.text", required: false))
            ?? (texts.DistinctBy(text => text.Field).Count() == texts.Length ? null : Inputs.Invalid("texts", "name a field twice"))
            ?? (texts.Sum(text => text.Text?.Length ?? 0) <= MostCharacters
                ? null : Inputs.Invalid("texts", $"are longer than {MostCharacters} characters together"));

    private static Refusal? Missing(WriteEntry command, EntryRule rule)
    {
        var needs = rule.Needs;
        var missing = rule.Asked.Where(field => !Has(command.Texts, field)).ToList();
        AddWhen(needs.HasFlag(EntryNeeds.Topic) && Inputs.IsBlank(command.Topic), "topic");
        AddWhen((needs & (EntryNeeds.Milestone | EntryNeeds.StretchForm)) != EntryNeeds.None && command.Topic is null, "topic");
        AddWhen(needs.HasFlag(EntryNeeds.Owner) && command.Owner is null, "owner");
        AddWhen(needs.HasFlag(EntryNeeds.DueOn) && command.DueOn is null, "dueOn");
        AddWhen(needs.HasFlag(EntryNeeds.HappenedAt) && command.HappenedAt is null, "happenedAt");
        AddWhen(needs.HasFlag(EntryNeeds.Tone) && command.Tone is null, "tone");
        AddWhen(needs.HasFlag(EntryNeeds.CheckIn) && command.CheckIn is null, "checkIn");
        return Incomplete(missing);

        void AddWhen(bool lacks, string field)
        {
            if (lacks)
            {
                missing.Add(field);
            }
        }
    }

    private static Refusal? Links(PairingState state, WriteEntry command, EntryRule rule)
    {
        if (rule.Needs.HasFlag(EntryNeeds.Milestone)
            && state.ActiveContract?.Terms.Milestones.Any(milestone => milestone.Title == command.Topic) != true)
        {
            return Inputs.Invalid("topic", "names no milestone of the contract in force");
        }

        if (rule.Needs.HasFlag(EntryNeeds.StretchForm) && !EntryRules.StretchForms.Contains(command.Topic!))
        {
            return Inputs.Invalid("topic", $"must be one of {string.Join(", ", EntryRules.StretchForms)}");
        }

        return command.CheckIn is { } number && (number < 1 || number > (state.Tally(DutyKind.CheckIn)?.Last ?? 0))
            ? Inputs.Invalid("checkIn", "names no check-in of this pairing")
            : null;
    }

    private static bool Has(ImmutableArray<EntryText> texts, string field) =>
        texts.Any(text => text.Field == field && !Inputs.IsBlank(text.Text));

    private static Refusal? Incomplete(IEnumerable<string> missing)
    {
        var fields = missing.ToList();
        return fields.Count == 0
            ? null
            : new Refusal(ErrorCodes.EntryIncomplete, $"This is not complete; add {string.Join(", ", fields)}.", fields[0]);
    }
}
