namespace MentorCloud.Gateway.Rates;

/// <summary>How a caller's budget stands: the tighter one of the account's and the tenant's.</summary>
/// <param name="Cost">What the operation costs, in points.</param>
/// <param name="Remaining">Points that are left, 0 or more.</param>
/// <param name="ResetAt">When the budget is whole again if nothing more is asked.</param>
internal sealed record RateLimit(int Cost, int Remaining, DateTimeOffset ResetAt);
