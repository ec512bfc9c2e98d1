namespace MentorCloud.Domain.Pairings.Escalations;

/// <summary>Takes an escalation on.</summary>
/// <param name="Number">Which.</param>
public sealed record AcknowledgeEscalation(int Number) : PairingCommand;
