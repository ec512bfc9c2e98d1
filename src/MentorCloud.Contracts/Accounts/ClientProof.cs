namespace MentorCloud.Contracts.Accounts;

/// <summary>How a client proves who it is at the token endpoint.</summary>
public enum ClientProof
{
    /// <summary>Not at all: a program on people's own machines, which cannot keep a secret. PKCE protects its codes.</summary>
    None,

    /// <summary>By a secret: client_secret_basic or client_secret_post.</summary>
    Secret,

    /// <summary>By a signature of its own key: private_key_jwt (RFC 7523).</summary>
    PrivateKey,
}
