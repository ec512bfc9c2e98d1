namespace MentorCloud.Identity.Consents;

/// <summary>A consent as its person is shown it.</summary>
/// <param name="ClientId">The program.</param>
/// <param name="Program">What the company calls it.</param>
/// <param name="Scope">What it may do.</param>
/// <param name="GivenAt">Since when, UTC.</param>
internal sealed record GivenConsent(string ClientId, string Program, string Scope, DateTimeOffset GivenAt);
