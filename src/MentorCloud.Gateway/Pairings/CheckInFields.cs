using MentorCloud.Contracts.Pairings;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Pairings.Cadence;

namespace MentorCloud.Gateway.Pairings;

/// <summary>Fields of <c>CheckIn</c>.</summary>
internal static class CheckInFields
{
    public static int Number(CheckInView parent) => parent.CheckIn.Number;

    public static DateTimeOffset DueAt(CheckInView parent) => parent.CheckIn.DueAt;

    public static CheckInStatus Status(CheckInView parent) => parent.CheckIn.Status;

    public static DateTimeOffset? HeldAt(CheckInView parent) => parent.CheckIn.HeldAt;

    public static int Minutes(CheckInView parent) => parent.CheckIn.Minutes;

    public static PairingSide? LoggedBy(CheckInView parent) => parent.CheckIn.LoggedBy;

    public static string? Excuse(CheckInView parent) => parent.CheckIn.Excuse;
}
