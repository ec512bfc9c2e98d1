namespace MentorCloud.Domain.Pairings.Endings;

/// <summary>What one side wants at the end of the term; the other side's same choice makes it so.</summary>
/// <param name="By">Who proposed it.</param>
/// <param name="Choice">What.</param>
/// <param name="Months">Months to extend by; 0 otherwise.</param>
/// <param name="At">When, UTC.</param>
public sealed record TermProposal(PairingSide By, TermChoice Choice, int Months, DateTimeOffset At);
