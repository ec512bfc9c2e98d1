namespace MentorCloud.Domain.Pairings.Growth;

/// <summary>A learner's request for the next autonomy stage that nobody has answered yet.</summary>
/// <param name="By">Who asks: the mentee, among peers either; the other side answers.</param>
/// <param name="At">Since when, UTC; moved by pauses.</param>
/// <param name="Reminders">How often the other side was reminded.</param>
public sealed record AutonomyRequest(PairingSide By, DateTimeOffset At, int Reminders = 0)
{
    /// <summary>Days after which the other side is reminded, again and again, so that no request goes silent (requirement 31).</summary>
    public const int RemindDays = 7;

    /// <summary>When it is reminded next, UTC.</summary>
    public DateTimeOffset NextStepAt => At.AddDays(RemindDays * (Reminders + 1));
}
