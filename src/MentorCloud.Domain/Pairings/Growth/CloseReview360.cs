namespace MentorCloud.Domain.Pairings.Growth;

/// <summary>The mentee closes a review; from then on nobody can rate, and the summary is shown if enough have.</summary>
/// <param name="Number">Which review.</param>
public sealed record CloseReview360(int Number) : PairingCommand;
