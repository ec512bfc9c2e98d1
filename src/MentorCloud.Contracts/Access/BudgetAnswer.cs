namespace MentorCloud.Contracts.Access;

/// <summary>How a charge went.</summary>
/// <param name="Wait">How long until there are enough points; zero when they were spent.</param>
/// <param name="Remaining">Points that are left of the tighter budget, 0 or more.</param>
/// <param name="Headers">Response headers that tell the caller: <c>RateLimit-Policy</c>, <c>RateLimit</c>, and <c>Retry-After</c> when nothing was spent.</param>
public sealed record BudgetAnswer(TimeSpan Wait, int Remaining, IReadOnlyList<KeyValuePair<string, string>> Headers)
{
    /// <summary>Whether the points were spent.</summary>
    public bool Spent => Wait == TimeSpan.Zero;

    /// <summary>The wait in whole seconds, rounded up.</summary>
    public int Seconds => (int)Math.Ceiling(Wait.TotalSeconds);
}
