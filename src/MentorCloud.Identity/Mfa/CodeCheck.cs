namespace MentorCloud.Identity.Mfa;

/// <summary>What came of a typed code.</summary>
/// <param name="IsRight">Whether it was right; each counts once.</param>
/// <param name="Wait">How long no code of the app is looked at; zero when this one was.</param>
internal readonly record struct CodeCheck(bool IsRight, TimeSpan Wait)
{
    public static CodeCheck Right => new(true, TimeSpan.Zero);

    public static CodeCheck Wrong => new(false, TimeSpan.Zero);

    public static CodeCheck TooEarly(TimeSpan wait) => new(false, wait);
}
