using MentorCloud.Domain.Pairings.Cadence;

namespace MentorCloud.Contracts.Pairings;

/// <summary>Which duties of a pairing.</summary>
/// <param name="Kind">Of this kind.</param>
/// <param name="Before">Only those with a smaller number; null from the newest.</param>
/// <param name="Most">At most so many, 1..100.</param>
public sealed record DutyQuery(DutyKind Kind, int? Before = null, int Most = 20);
