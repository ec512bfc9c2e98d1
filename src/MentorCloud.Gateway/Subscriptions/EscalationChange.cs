using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Pairings.Escalations;

namespace MentorCloud.Gateway.Subscriptions;

/// <summary>The type of the same name.</summary>
internal sealed record EscalationChange(PairingRow Pairing, Escalation Escalation)
{
    /// <summary>Which escalation a fact is about; null when it is about none.</summary>
    public static (PairingId Pairing, int Number)? Of(Fact fact) => fact switch
    {
        EscalationOpened opened => (opened.Pairing, opened.Number),
        EscalationAcknowledged acknowledged => (acknowledged.Pairing, acknowledged.Number),
        EscalationClimbed climbed => (climbed.Pairing, climbed.Number),
        EscalationResolved resolved => (resolved.Pairing, resolved.Number),
        _ => null,
    };
}
