namespace MentorCloud.Identity.Tokens;

/// <summary>Whether a token is in its time, by our clock and not by the library's.</summary>
internal static class TokenTime
{
    /// <summary>From <paramref name="notBefore"/> (if any) until <paramref name="expires"/> (which must be there), each with the clocks' difference.</summary>
    public static bool Holds(DateTime? notBefore, DateTime? expires, DateTimeOffset now, TimeSpan skew) =>
        expires is { } end && now.UtcDateTime < end + skew && (notBefore is not { } begin || begin <= now.UtcDateTime + skew);
}
