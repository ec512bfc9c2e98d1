using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Pairings.Practice;
using MentorCloud.Domain.Privacy;

namespace MentorCloud.Gateway.Pairings.Practice;

/// <summary>Fields of <c>Entry</c>.</summary>
internal static class EntryFields
{
    public static int Number(OpenEntry parent) => parent.Head.Number;

    public static EntryKind Kind(OpenEntry parent) => parent.Head.Kind;

    public static PairingSide Author(OpenEntry parent) => parent.Head.Author;

    public static Visibility Visibility(OpenEntry parent) => parent.Head.Visibility;

    public static DateTimeOffset WrittenAt(OpenEntry parent) => parent.Head.WrittenAt;

    public static EntryStatus Status(OpenEntry parent) => parent.Head.Status;

    public static DateTimeOffset? ClosedAt(OpenEntry parent) => parent.Head.ClosedAt;

    public static string? Topic(OpenEntry parent) => parent.Head.Topic;

    public static PairingSide? Owner(OpenEntry parent) => parent.Head.Owner;

    public static DateOnly? DueOn(OpenEntry parent) => parent.Head.DueOn;

    public static DateTimeOffset? HappenedAt(OpenEntry parent) => parent.Head.HappenedAt;

    public static FeedbackTone? Tone(OpenEntry parent) => parent.Head.Tone;

    public static int? CheckIn(OpenEntry parent) => parent.Head.CheckIn;
}
