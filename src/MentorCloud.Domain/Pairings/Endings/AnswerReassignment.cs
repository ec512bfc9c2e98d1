namespace MentorCloud.Domain.Pairings.Endings;

/// <summary>The program answers a request for somebody else; granting ends the pairing without fault.</summary>
/// <param name="Grant">Whether.</param>
/// <param name="Side">Whose request; null for the one that waits, and with <paramref name="Grant"/> for all that wait.</param>
public sealed record AnswerReassignment(bool Grant, PairingSide? Side = null) : PairingCommand;
