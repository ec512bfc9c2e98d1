namespace MentorCloud.Identity.Outside;

/// <summary>The outside authority's description cannot be read, so that nobody can say whose its tokens are.</summary>
internal sealed class AuthorityUnavailableException(Exception inner) : Exception("The login provider cannot be reached.", inner);
