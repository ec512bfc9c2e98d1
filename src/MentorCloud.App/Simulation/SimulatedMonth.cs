namespace MentorCloud.App.Simulation;

/// <summary>One month of a simulation.</summary>
/// <param name="Month">1, 2, 3 ...</param>
/// <param name="Until">Its end, UTC.</param>
/// <param name="Living">Pairings that live at its end.</param>
/// <param name="Facts">What happened in it, by name of fact.</param>
internal sealed record SimulatedMonth(int Month, DateTimeOffset Until, int Living, IReadOnlyDictionary<string, long> Facts);
