namespace MentorCloud.Domain.Pairings.Cadence;

/// <summary>Rates a check-in that was held, for the actor's side (requirement 51).</summary>
/// <param name="CheckIn">Its number; one that is still in the pairing's newest duties.</param>
/// <param name="Score">1 (waste of time) to 5 (could not be better).</param>
public sealed record RateSession(int CheckIn, int Score) : PairingCommand;
