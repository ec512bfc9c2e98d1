namespace MentorCloud.Domain.Pairings.Endings;

/// <summary>A side's no-fault request for somebody else, in confidence (requirement 59). The other side never sees it.</summary>
/// <param name="By">Who asks.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Reminders">How often the program was reminded.</param>
/// <param name="Answer">Granted or not; null while nobody has answered.</param>
public sealed record ReassignmentRequest(PairingSide By, DateTimeOffset At, int Reminders = 0, bool? Answer = null)
{
    /// <summary>Days after which the program is reminded, again and again, so that no request goes silent (requirement 31).</summary>
    public const int RemindDays = 7;

    /// <summary>When it changes next by itself, UTC; null once answered.</summary>
    public DateTimeOffset? NextStepAt => Answer is null ? At.AddDays(RemindDays * (Reminders + 1)) : null;
}
