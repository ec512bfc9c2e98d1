namespace MentorCloud.App.Demo;

/// <summary>How to log in. Secrets are null unless they were made in this run.</summary>
internal sealed record DemoLogin(
    string Email, string? Password, string ClientId, string? ClientSecret, DemoPerson? Mentor, DemoPerson? Mentee)
{
    public string? Hint => Password is null ? "Passwords and secrets are shown once; --reset-login makes new ones." : null;
}
