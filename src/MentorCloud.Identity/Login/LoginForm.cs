namespace MentorCloud.Identity.Login;

/// <summary>What the login form shows.</summary>
/// <param name="Return">Where the login leads, a local path.</param>
/// <param name="Tenant">The company as typed.</param>
/// <param name="Email">The address as typed.</param>
/// <param name="Problem">What went wrong; null when nothing did.</param>
/// <param name="Wait">How long to wait before the next attempt; zero for not at all.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="FormTarget">An origin that the login may end up at; null for our own alone.</param>
internal sealed record LoginForm(
    string Return, string Tenant = "", string Email = "", string? Problem = null, TimeSpan Wait = default, int Status = 200, string? FormTarget = null);
