namespace MentorCloud.Testing.Durability;

/// <summary>What a run on a failing disk showed.</summary>
/// <param name="Violations">Empty when nothing acknowledged was lost and the next start was whole.</param>
/// <param name="Failures">How often writers were told which error code.</param>
/// <param name="Fired">Whether the fault was met; false when there were fewer calls than its number.</param>
internal sealed record FaultOutcome(IReadOnlyList<string> Violations, IReadOnlyDictionary<string, int> Failures, bool Fired);
