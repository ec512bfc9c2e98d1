namespace MentorCloud.Domain.Pairings.Escalations;

/// <summary>Resolves an escalation that was acknowledged.</summary>
/// <param name="Number">Which.</param>
/// <param name="Resolution">How, 1..200 characters; its opener reads it.</param>
public sealed record ResolveEscalation(int Number, string Resolution) : PairingCommand;
