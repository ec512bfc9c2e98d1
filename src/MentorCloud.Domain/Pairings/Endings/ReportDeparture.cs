namespace MentorCloud.Domain.Pairings.Endings;

/// <summary>The program reports that a partner has left; the pairing ends, and cover for a mentee is proposed the same day (requirement 60).</summary>
/// <param name="Side">Who left.</param>
public sealed record ReportDeparture(PairingSide Side) : PairingCommand;
