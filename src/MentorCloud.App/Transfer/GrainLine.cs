using System.Text.Json;
using System.Text.Json.Serialization;
using MentorCloud.Contracts.Directory;

namespace MentorCloud.App.Transfer;

/// <summary>One line of an archive's grains; which members are set tells what it is: the head, a record, a reminder, or the tail.</summary>
internal sealed record GrainLine
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public string? Format { get; init; }

    public int? Version { get; init; }

    public string? Prefix { get; init; }

    public string? Type { get; init; }

    public string? Key { get; init; }

    public string? State { get; init; }

    public byte[]? Payload { get; init; }

    public string? Reminder { get; init; }

    public DateTimeOffset? FirstDue { get; init; }

    public DateTimeOffset? NextDue { get; init; }

    public long? PeriodMilliseconds { get; init; }

    public long? Lines { get; init; }

    public string? Sha256 { get; init; }

    [JsonIgnore]
    public bool IsRecord => this is { Type: not null, Key: not null, State: not null, Payload: not null };

    [JsonIgnore]
    public bool IsReminder => this is { Type: not null, Key: not null, Reminder: not null, FirstDue: not null, NextDue: not null, PeriodMilliseconds: not null };

    public static GrainLine Of(GrainRecord record) => new()
    {
        Type = record.GrainType,
        Key = record.Key,
        State = record.StateName,
        Payload = record.Payload.ToArray(),
    };

    public static GrainLine Of(GrainReminder reminder) => new()
    {
        Type = reminder.GrainType,
        Key = reminder.Key,
        Reminder = reminder.Name,
        FirstDue = reminder.FirstDue,
        NextDue = reminder.NextDue,
        PeriodMilliseconds = (long)reminder.Period.TotalMilliseconds,
    };

    public GrainRecord ToRecord() => new(Type!, Key!, State!, Payload!);

    public GrainReminder ToReminder() => new(Type!, Key!, Reminder!, FirstDue!.Value, NextDue!.Value, TimeSpan.FromMilliseconds(PeriodMilliseconds!.Value));
}
