namespace MentorCloud.Domain.Pairings.Contracts;

/// <summary>Logs mentoring time outside check-ins: preparation, introductions, reading.</summary>
/// <param name="At">When: not in the future, not before publication.</param>
/// <param name="Minutes">How long, 1..480.</param>
public sealed record LogHours(DateTimeOffset At, int Minutes) : PairingCommand;
