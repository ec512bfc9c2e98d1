namespace MentorCloud.Identity.Store;

/// <summary>What a grant's secret is.</summary>
internal enum GrantSecretKind
{
    /// <summary>An authorization code.</summary>
    Code,

    /// <summary>A refresh token.</summary>
    Refresh,
}
