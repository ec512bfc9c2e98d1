namespace MentorCloud.App.Simulation.Model;

/// <summary>Something that had to be told.</summary>
/// <param name="What">In words: <c>DutyMissed CheckIn 3</c>.</param>
/// <param name="At">When it had to happen, UTC.</param>
/// <param name="DueAt">For a duty that falls due, the time it must say; null otherwise.</param>
internal readonly record struct Expected(string What, DateTimeOffset At, DateTimeOffset? DueAt = null);
