namespace MentorCloud.Identity.Store;

/// <summary>A row of <c>login_providers</c>: a tenant's own OpenID provider.</summary>
internal sealed class LoginProviderRecord
{
    public required string Tenant { get; init; }

    /// <summary><see cref="Contracts.Logins.LoginProviderSettings"/> as JSON.</summary>
    public required string Settings { get; set; }

    /// <summary>The client secret, or the private key that signs assertions, sealed by the server's key.</summary>
    public string? SealedSecret { get; set; }

    /// <summary>The public half of the key that signs assertions; null when a secret is used.</summary>
    public string? KeySet { get; set; }

    public required DateTimeOffset ChangedAt { get; set; }
}
