namespace MentorCloud.Benchmarks.Pairings;

/// <summary>What one process showed on one folder.</summary>
/// <param name="FirstAnswer">From opening the folder to the first grain's answer, milliseconds.</param>
/// <param name="WorkingSet">Bytes with the active pairings awake.</param>
/// <param name="RemindersInMemory">Of all that wait.</param>
/// <param name="IdleCpu">Processor time while nothing falls due, milliseconds a second.</param>
/// <param name="TickCpu">Processor time for each reminder that falls due, microseconds.</param>
internal sealed record PairingFigures(double FirstAnswer, long WorkingSet, int RemindersInMemory, double IdleCpu, double TickCpu);
