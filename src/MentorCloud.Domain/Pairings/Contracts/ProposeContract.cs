namespace MentorCloud.Domain.Pairings.Contracts;

/// <summary>Proposes the draft for signature.</summary>
public sealed record ProposeContract : PairingCommand;
