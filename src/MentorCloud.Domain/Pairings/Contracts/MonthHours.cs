namespace MentorCloud.Domain.Pairings.Contracts;

/// <summary>Time given in one calendar month of the pairing's zone.</summary>
/// <param name="Month">Year times 100 and month: 202603.</param>
/// <param name="Minutes">Minutes logged.</param>
/// <param name="Overloaded">Whether that was found to be above the contract.</param>
public sealed record MonthHours(int Month, int Minutes, bool Overloaded);
