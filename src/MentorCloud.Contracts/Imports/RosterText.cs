using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Contracts.Imports;

/// <summary>A roster as CSV text, and what to do with it.</summary>
/// <param name="Csv">The text.</param>
/// <param name="Cohort">Where to enrol everybody; null for nowhere.</param>
/// <param name="SkipInvalid">Whether rows with errors are left out instead of refusing all.</param>
public sealed record RosterText(string Csv, CohortId? Cohort, bool SkipInvalid);
