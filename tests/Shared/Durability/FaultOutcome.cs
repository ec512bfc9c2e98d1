namespace MentorCloud.Testing.Durability;

/// <summary>What a run on a failing disk showed.</summary>
/// <param name="Violations">Empty when nothing acknowledged was lost and the next start was whole.</param>
/// <param name="Failures">How often writers were told which error code.</param>
internal sealed record FaultOutcome(IReadOnlyList<string> Violations, IReadOnlyDictionary<string, int> Failures);
