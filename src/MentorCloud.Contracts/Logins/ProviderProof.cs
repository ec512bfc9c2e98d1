namespace MentorCloud.Contracts.Logins;

/// <summary>How MentorCloud proves itself at a customer's provider (OpenID Connect Core 1.0, section 9).</summary>
public enum ProviderProof
{
    /// <summary>The secret in the Authorization header (client_secret_basic).</summary>
    SecretBasic,

    /// <summary>The secret in the form (client_secret_post).</summary>
    SecretPost,

    /// <summary>A signed assertion (private_key_jwt); the key is made here and never leaves.</summary>
    PrivateKey,
}
