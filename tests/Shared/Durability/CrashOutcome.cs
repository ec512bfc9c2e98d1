namespace MentorCloud.Testing.Durability;

/// <summary>What a run of kills and restarts showed.</summary>
/// <param name="Cycles">Kills.</param>
/// <param name="Acknowledged">Writes that were acknowledged in all of them.</param>
/// <param name="SlowestStart">From process start to all ledgers verified and read.</param>
/// <param name="LateStarts">Starts that took longer than <see cref="CrashCycles.Late"/>.</param>
/// <param name="Violations">Empty when nothing acknowledged was lost and nothing was half applied.</param>
internal sealed record CrashOutcome(int Cycles, long Acknowledged, TimeSpan SlowestStart, int LateStarts, IReadOnlyList<string> Violations);
