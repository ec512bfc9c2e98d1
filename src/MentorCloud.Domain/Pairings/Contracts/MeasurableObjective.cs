namespace MentorCloud.Domain.Pairings.Contracts;

/// <summary>What the mentee wants to reach, and how one will know (requirement 3).</summary>
/// <param name="Statement">What, 1..4,000 characters.</param>
/// <param name="Measure">By what it is measured, 1..4,000 characters.</param>
/// <param name="Target">The value that counts as reached, 1..200 characters.</param>
public sealed record MeasurableObjective(string Statement, string Measure, string Target);
