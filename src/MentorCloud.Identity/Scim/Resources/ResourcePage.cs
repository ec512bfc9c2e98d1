namespace MentorCloud.Identity.Scim.Resources;

/// <summary>A part of a list.</summary>
/// <param name="Total">How many resources fit, on all pages.</param>
/// <param name="Resources">Those of this page.</param>
internal sealed record ResourcePage(int Total, IReadOnlyList<ScimResource> Resources);
