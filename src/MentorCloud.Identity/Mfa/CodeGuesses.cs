namespace MentorCloud.Identity.Mfa;

/// <summary>
/// How guesses at the six digits of one account are bounded, wherever they come from: whoever guesses knows the password
/// already, so more addresses must not give more guesses (NIST SP 800-63B: at most 100 failures in a row). Recovery codes
/// have 120 bits and stay out of it: with one the owner is never locked out.
/// </summary>
internal static class CodeGuesses
{
    private const int Free = 9;
    private const int Most = 100;
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    /// <summary>How long to say that one has to wait.</summary>
    public static TimeSpan Wait(DateTimeOffset notBefore, DateTimeOffset now) => notBefore - now is var wait && wait < LongestWait ? wait : LongestWait;

    /// <summary>From when on the next code may be tried after so many failures in a row; null for at once. After a hundred the app counts no more until a recovery code was right.</summary>
    public static DateTimeOffset? NotBefore(int failures, DateTimeOffset now)
    {
        if (failures >= Most)
        {
            return DateTimeOffset.MaxValue;
        }

        var wait = failures <= Free ? TimeSpan.Zero : FirstWait * Math.Pow(2, Math.Min(failures - Free - 1, 12));
        return wait == TimeSpan.Zero ? null : now + (wait < LongestWait ? wait : LongestWait);
    }
}
