namespace MentorCloud.Domain.Pairings.Cadence;

/// <summary>Ends the pause now.</summary>
public sealed record ResumePairing : PairingCommand;
