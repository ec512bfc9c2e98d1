namespace MentorCloud.Domain.Pairings.Endings;

/// <summary>Asks for somebody else, without fault and in confidence.</summary>
public sealed record RequestReassignment : PairingCommand;
