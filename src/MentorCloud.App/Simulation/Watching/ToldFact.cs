namespace MentorCloud.App.Simulation.Watching;

/// <summary>A fact in the words of <see cref="Model.Expected"/>.</summary>
/// <param name="What">In words: <c>DutyMissed CheckIn 3</c>.</param>
/// <param name="At">When it was committed, UTC.</param>
/// <param name="DueAt">For a duty that fell due, the time it says; null otherwise.</param>
/// <param name="Actor">In whose name.</param>
internal readonly record struct ToldFact(string What, DateTimeOffset At, DateTimeOffset? DueAt, string Actor);
