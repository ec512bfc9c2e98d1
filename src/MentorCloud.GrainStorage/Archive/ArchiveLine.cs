using System.Text.Json;
using System.Text.Json.Serialization;
using MentorCloud.GrainRuntime;

namespace MentorCloud.GrainStorage.Archive;

/// <summary>One line of an archive; which members are set tells what it is.</summary>
internal sealed record ArchiveLine
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

    public static ArchiveLine Of(StoredReminder reminder) => new()
    {
        Type = reminder.GrainType,
        Key = reminder.Key,
        Reminder = reminder.Name,
        FirstDue = reminder.FirstDue,
        NextDue = reminder.NextDue,
        PeriodMilliseconds = (long)reminder.Period.TotalMilliseconds,
    };

    public StoredReminder ToReminder() => new(
        Type!, Key!, Reminder!, FirstDue!.Value, TimeSpan.FromMilliseconds(PeriodMilliseconds!.Value), NextDue!.Value, 0);
}
