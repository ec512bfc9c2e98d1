namespace MentorCloud.Identity.Keys;

/// <summary>A signing key as operators see it.</summary>
/// <param name="Id">The <c>kid</c> in tokens and in the published key set.</param>
/// <param name="SignsNow">Whether it signs at this moment.</param>
/// <param name="ActiveFrom">Signs from here on, UTC; published before.</param>
/// <param name="ActiveUntil">Signs no more from here on.</param>
/// <param name="ForgottenAt">Published until here.</param>
public sealed record SigningKeyInfo(string Id, bool SignsNow, DateTimeOffset ActiveFrom, DateTimeOffset ActiveUntil, DateTimeOffset ForgottenAt);
