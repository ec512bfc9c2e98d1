namespace MentorCloud.Domain.Pairings.Practice;

/// <summary>Feedback of a pairing over its whole life: balance and latency (requirement 50).</summary>
/// <param name="Praise">Entries of praise.</param>
/// <param name="Critique">Entries of critique.</param>
/// <param name="LatencyMinutes">Minutes from event to feedback, added up.</param>
public sealed record FeedbackTally(int Praise, int Critique, long LatencyMinutes)
{
    /// <summary>No feedback yet.</summary>
    public static FeedbackTally None { get; } = new(0, 0, 0);

    /// <summary>Share of praise, 0..1; null before the first feedback.</summary>
    public double? PraiseShare => Praise + Critique == 0 ? null : (double)Praise / (Praise + Critique);

    /// <summary>Mean time from event to feedback; null before the first feedback.</summary>
    public TimeSpan? MeanLatency => Praise + Critique == 0 ? null : TimeSpan.FromMinutes((double)LatencyMinutes / (Praise + Critique));

    internal FeedbackTally Add(FeedbackTone tone, TimeSpan latency) => new(
        Praise + (tone == FeedbackTone.Praise ? 1 : 0),
        Critique + (tone == FeedbackTone.Critique ? 1 : 0),
        LatencyMinutes + (long)latency.TotalMinutes);
}
