namespace MentorCloud.Domain.Pairings.Cadence;

/// <summary>A check-in as people see it: the duty of that kind.</summary>
/// <param name="Number">1, 2, 3 ... within the pairing.</param>
/// <param name="DueAt">When it falls due, UTC.</param>
/// <param name="Status">Where it is.</param>
/// <param name="HeldAt">When it was held, UTC; null unless done.</param>
/// <param name="Minutes">How long it took; 0 unless done.</param>
/// <param name="LoggedBy">Who logged it; null unless done.</param>
/// <param name="Excuse">Why it was called off; null unless excused.</param>
/// <param name="MentorRating">How the mentor rates the session, 1..5; null while not.</param>
/// <param name="MenteeRating">How the mentee rates the session, 1..5; null while not.</param>
public sealed record CheckIn(
    int Number,
    DateTimeOffset DueAt,
    CheckInStatus Status,
    DateTimeOffset? HeldAt,
    int Minutes,
    PairingSide? LoggedBy,
    string? Excuse,
    int? MentorRating = null,
    int? MenteeRating = null)
{
    /// <summary>The check-in that a duty is.</summary>
    /// <param name="duty">A duty of kind check-in.</param>
    /// <returns>The check-in.</returns>
    public static CheckIn Of(Duty duty) => new(
        duty.Number, duty.DueAt, (CheckInStatus)(int)duty.Status, duty.HeldAt, duty.Minutes, duty.LoggedBy, duty.Excuse,
        duty.MentorScore, duty.MenteeScore);
}
