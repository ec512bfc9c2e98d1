namespace MentorCloud.Domain.Pairings.Endings;

/// <summary>Ends a pairing because its mentee has another mentor now; the system's own step after the program has decided so.</summary>
public sealed record HandOn : PairingCommand;
