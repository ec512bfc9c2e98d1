namespace MentorCloud.App.Simulation.Model;

/// <summary>Something that had to be told.</summary>
/// <param name="What">In words: <c>DutyMissed CheckIn 3</c>.</param>
/// <param name="At">When it had to happen, UTC.</param>
internal readonly record struct Expected(string What, DateTimeOffset At);
