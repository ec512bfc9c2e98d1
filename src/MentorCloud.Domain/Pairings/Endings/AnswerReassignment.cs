namespace MentorCloud.Domain.Pairings.Endings;

/// <summary>The program answers a request for somebody else; granting ends the pairing without fault.</summary>
/// <param name="Grant">Whether.</param>
public sealed record AnswerReassignment(bool Grant) : PairingCommand;
