namespace MentorCloud.Domain.Pairings.Growth;

/// <summary>The mentor agrees to the stage that the mentee asked for, or not yet.</summary>
/// <param name="Agree">Whether.</param>
public sealed record AnswerAutonomy(bool Agree) : PairingCommand;
