using MentorCloud.Domain.Pairings.Health;

namespace MentorCloud.Gateway.Pairings.Health;

/// <summary>A reason in a sentence that a person understands.</summary>
internal sealed record HealthReasonText(HealthReason Code, string Text)
{
    public static HealthReasonText Of(HealthReason reason) => new(reason, reason switch
    {
        HealthReason.ContractDue => "The learning contract is due for signature.",
        HealthReason.ContractUnsigned => "The learning contract was not signed within three weeks.",
        HealthReason.CheckInMissed => "The last check-in was missed.",
        HealthReason.TwoCheckInsMissed => "The last two check-ins were missed.",
        HealthReason.CheckInsSilent => "The last three check-ins or more were missed.",
        HealthReason.NoProgress => "The last alignment check found no progress.",
        HealthReason.NoProgressRepeated => "So many alignment checks in a row found no progress that the pairing counts as stalled.",
        HealthReason.MidcourseMissed => "The midcourse correction was missed.",
        HealthReason.MilestoneOverdue => "A milestone is more than a week past its day.",
        HealthReason.SessionsRatedLow => "The last three rated sessions were rated low.",
        HealthReason.TermUndecided => "The term is over and nobody has decided what comes after it.",
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    });
}
