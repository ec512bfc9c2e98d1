using System.Globalization;
using System.Xml;

namespace MentorCloud.GraphQL.Scalars;

/// <summary>Ready-made custom scalars; bind them by name with <c>SchemaBuilder.Scalar</c>.</summary>
public static class CommonScalars
{
    /// <summary>An instant: RFC 3339 with offset, written in UTC. CLR: <see cref="DateTimeOffset"/>.</summary>
    public static Scalar DateTime { get; } = new DateTimeScalar();

    /// <summary>A calendar day, <c>2026-03-31</c>. CLR: <see cref="DateOnly"/>.</summary>
    public static Scalar Date { get; } = new DateScalar();

    /// <summary>An exact length of time as ISO 8601, <c>PT1H30M</c>; days are 24 hours, months and years are refused. CLR: <see cref="TimeSpan"/>.</summary>
    public static Scalar Duration { get; } = new DurationScalar();

    /// <summary>An IANA time zone name, <c>Europe/Berlin</c>. CLR: <see cref="TimeZoneInfo"/>, or string.</summary>
    public static Scalar TimeZone { get; } = new TimeZoneScalar();

    /// <summary>An absolute http or https address. CLR: <see cref="Uri"/>.</summary>
    public static Scalar Url { get; } = new UrlScalar();

    /// <summary>Any JSON. CLR: <see cref="System.Text.Json.JsonElement"/>.</summary>
    public static Scalar Json { get; } = JsonScalar.Instance;

    /// <summary>RFC 9562 in its 36-character form. CLR: <see cref="Guid"/>.</summary>
    public static Scalar Uuid { get; } = new UuidScalar();

    /// <summary>A whole number to 2^53 - 1, what JSON carries exactly. CLR: <see cref="long"/>.</summary>
    public static Scalar Integer53 { get; } = new LongScalar();
}

internal sealed class DateTimeScalar : Scalar<DateTimeOffset>
{
    private static readonly string[] Formats =
    [
        "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
    ];

    public override DateTimeOffset Parse(ScalarInput input)
    {
        var text = input.RequireString("DateTime");
        var zoned = text.EndsWith('Z') || text.EndsWith('z') || (text.Length > 6 && text[^6] is '+' or '-');
        return zoned && DateTimeOffset.TryParseExact(text.ToUpperInvariant(), Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var value)
            ? value.ToUniversalTime()
            : throw new FormatException($"DateTime expects RFC 3339 with an offset, such as 2026-03-31T09:00:00Z, found {input}");
    }

    public override void Write(DateTimeOffset value, JsonOutput output) => output.WriteDateTime(value);
}

internal sealed class DateScalar : Scalar<DateOnly>
{
    public override DateOnly Parse(ScalarInput input) =>
        DateOnly.TryParseExact(input.RequireString("Date"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value)
            ? value
            : throw new FormatException($"Date expects a day such as 2026-03-31, found {input}");

    public override void Write(DateOnly value, JsonOutput output) => output.WriteFormatted(value, "yyyy-MM-dd");
}

internal sealed class DurationScalar : Scalar<TimeSpan>
{
    public override TimeSpan Parse(ScalarInput input)
    {
        var text = input.RequireString("Duration");
        var date = text.Split('T')[0];
        try
        {
            if (!date.Contains('Y', StringComparison.Ordinal) && !date.Contains('M', StringComparison.Ordinal)) return XmlConvert.ToTimeSpan(text);
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            // Said below, in one sentence for all ways of being wrong.
        }

        throw new FormatException($"Duration expects ISO 8601 days, hours, minutes and seconds, such as PT1H30M, found {input}");
    }

    public override void Write(TimeSpan value, JsonOutput output) => output.WriteString(XmlConvert.ToString(value));
}

internal sealed class TimeZoneScalar : Scalar<TimeZoneInfo>
{
    public override TimeZoneInfo Parse(ScalarInput input) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(input.RequireString("TimeZone"), out var zone) && zone.HasIanaId
            ? zone
            : throw new FormatException($"TimeZone expects an IANA name such as Europe/Berlin, found {input}");

    public override void Write(TimeZoneInfo value, JsonOutput output) => output.WriteString(value.Id);
}

internal sealed class UrlScalar : Scalar<Uri>
{
    public override Uri Parse(ScalarInput input) =>
        Uri.TryCreate(input.RequireString("URL"), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri is not null
            ? uri
            : throw new FormatException($"URL expects an absolute http or https address, found {input}");

    public override void Write(Uri value, JsonOutput output) => output.WriteString(value.AbsoluteUri);
}

internal sealed class UuidScalar : Scalar<Guid>
{
    public override Guid Parse(ScalarInput input) =>
        Guid.TryParseExact(input.RequireString("UUID"), "D", out var value)
            ? value
            : throw new FormatException($"UUID expects 8-4-4-4-12 hexadecimal digits, found {input}");

    public override void Write(Guid value, JsonOutput output) => output.WriteGuid(value);
}

internal sealed class LongScalar : Scalar<long>
{
    private const long Largest = 9007199254740991;

    public override long Parse(ScalarInput input) =>
        input.Kind == System.Text.Json.JsonValueKind.Number
        && long.TryParse(input.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value is >= -Largest and <= Largest
            ? value
            : throw new FormatException($"Long expects a whole number to 2^53 - 1, found {input}");

    public override void Write(long value, JsonOutput output) => output.WriteNumber(value);
}
