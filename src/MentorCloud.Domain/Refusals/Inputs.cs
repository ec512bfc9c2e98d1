using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace MentorCloud.Domain.Refusals;

/// <summary>Checks of single input fields, chained with <c>??</c>: the first that fails is the refusal.</summary>
internal static class Inputs
{
    /// <summary>The longest one-line text: names, titles, codes.</summary>
    public const int LineLength = 200;

    /// <summary>The longest paragraph: objectives, criteria, notes.</summary>
    public const int ParagraphLength = 4_000;

    public static Refusal? Line(string? value, string field, bool required = true) => Text(value, field, LineLength, required);

    public static Refusal? Paragraph(string? value, string field, bool required = true) => Text(value, field, ParagraphLength, required);

    public static Refusal? Text(string? value, string field, int longest, bool required = true)
    {
        if (IsBlank(value))
        {
            return required ? Invalid(field, "is missing; write something") : null;
        }

        if (value.Length > longest)
        {
            return Invalid(field, $"has {value.Length} characters; at most {longest} are possible");
        }

        if (value.Any(character => char.IsControl(character) && character is not ('\n' or '\r' or '\t')))
        {
            return Invalid(field, "has a control character; remove it");
        }

        return HasBrokenPair(value) ? Invalid(field, "has half of a surrogate pair; send well-formed Unicode") : null;
    }

    public static Refusal? Range(int value, string field, int least, int most) =>
        value >= least && value <= most ? null : Invalid(field, $"is {value}; expected {Span(least, most)}");

    public static Refusal? Count<T>(IReadOnlyCollection<T>? values, string field, int least, int most) =>
        values is not null && values.Count >= least && values.Count <= most
            ? null
            : Invalid(field, $"has {values?.Count ?? 0} entries; expected {Span(least, most)}");

    /// <summary>Whether nobody can see anything of a text: spaces, and characters that only format others.</summary>
    public static bool IsBlank([NotNullWhen(false)] string? value) => string.IsNullOrEmpty(value)
        || value.All(character => char.IsWhiteSpace(character) || char.GetUnicodeCategory(character) == UnicodeCategory.Format);

    public static Refusal? Lines(IReadOnlyList<string> values, string field, int least, int most) =>
        Count(values, field, least, most) ?? FirstOf(values, (value, index) => Line(value, $"{field}.{index}"));

    public static Refusal? TimeZone(string? value, string field) =>
        Line(value, field) ?? (TimeZoneInfo.TryFindSystemTimeZoneById(value!, out var zone) && zone.HasIanaId
            ? null
            : Invalid(field, $"'{value}' is no IANA time zone such as Europe/Warsaw"));

    public static Refusal? FirstOf<T>(IReadOnlyList<T> values, Func<T, int, Refusal?> check)
    {
        for (var index = 0; index < values.Count; index++)
        {
            if (check(values[index], index) is { } refusal)
            {
                return refusal;
            }
        }

        return null;
    }

    /// <summary>What texts take in stored state, in bytes near enough: JSON escapes a character outside ASCII in six.</summary>
    public static int Weight(IEnumerable<string> texts) => texts.Sum(text => text.Sum(character => char.IsAscii(character) ? 1 : 6) + 8);

    /// <summary>A value of an enumeration as the schema names it: PlanItem is PLAN_ITEM.</summary>
    public static string Name<T>(T value)
        where T : struct, Enum =>
        string.Concat(value.ToString().Select((letter, index) => char.IsUpper(letter) && index > 0 ? $"_{letter}" : $"{char.ToUpperInvariant(letter)}"));

    /// <summary>From the least to the most that is possible, or the one value that is.</summary>
    public static string Span<T>(T least, T most)
        where T : IEquatable<T> =>
        least.Equals(most) ? $"{least}" : $"{least} to {most}";

    public static Refusal Invalid(string field, string problem) =>
        new(ErrorCodes.InputInvalid, $"{field} {problem}.", field);

    /// <summary>Half a pair cannot be written as UTF-8: it would come back as another text than was sent.</summary>
    private static bool HasBrokenPair(string value)
    {
        var rest = value.AsSpan();
        while (!rest.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(rest, out _, out var used) != OperationStatus.Done)
            {
                return true;
            }

            rest = rest[used..];
        }

        return false;
    }
}
