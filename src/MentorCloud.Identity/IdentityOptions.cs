namespace MentorCloud.Identity;

/// <summary>How accounts are kept and tokens are made. The host alone fills it; it is validated at start.</summary>
public sealed class IdentityOptions
{
    /// <summary>The folder of <c>accounts.db</c>; made when missing. Default <c>./data</c>.</summary>
    public string DataFolder { get; set; } = "data";

    /// <summary>A PostgreSQL connection string; null (default) keeps the accounts in SQLite in <see cref="DataFolder"/>.</summary>
    public string? PostgresConnection { get; set; }

    /// <summary>The address that browsers and clients reach this server under. Default <c>http://localhost:5080</c>.</summary>
    public Uri ListeningUrl { get; set; } = new("http://localhost:5080");

    /// <summary>
    /// The <c>iss</c> of every token: an absolute address without query or fragment, https unless its host is the
    /// loopback. Null (default) takes <see cref="ListeningUrl"/>.
    /// </summary>
    public Uri? Issuer { get; set; }

    /// <summary>The <c>aud</c> of access tokens for MentorCloud's own API. Default <c>mentorcloud</c>.</summary>
    public string Audience { get; set; } = "mentorcloud";

    /// <summary>How long an access token is good for, 1 minute to 1 hour. Default 10 minutes.</summary>
    public TimeSpan AccessTokenLifetime { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How long a refresh token is good for when it is not used, 1 hour to 90 days. Default 14 days. A login by refresh tokens ends after 90 days in any case.</summary>
    public TimeSpan RefreshTokenLifetime { get; set; } = TimeSpan.FromDays(14);

    /// <summary>How long a browser session lasts at most, 5 minutes to 30 days. Default 12 hours.</summary>
    public TimeSpan SessionLifetime { get; set; } = TimeSpan.FromHours(12);

    /// <summary>How long a browser session lasts without a request, 5 minutes to <see cref="SessionLifetime"/>. Default 1 hour.</summary>
    public TimeSpan SessionIdle { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How long an invitation works, 1 hour to 30 days. Default 7 days.</summary>
    public TimeSpan InvitationLifetime { get; set; } = TimeSpan.FromDays(7);

    /// <summary>How long a signing key signs, 1 to 365 days. Default 90 days.</summary>
    public TimeSpan SigningKeyLifetime { get; set; } = TimeSpan.FromDays(90);

    /// <summary>
    /// How long a signing key is published before it signs and after it has signed, 1 hour to 30 days; longer than
    /// any token lives and any client keeps the key set. Default 2 days.
    /// </summary>
    public TimeSpan SigningKeyOverlap { get; set; } = TimeSpan.FromDays(2);

    /// <summary>PBKDF2-HMAC-SHA512 rounds of a password hash, at least OWASP's 210,000. Default 220,000. Hashes of fewer are renewed at login.</summary>
    public int PasswordIterations { get; set; } = 220_000;

    /// <summary>
    /// A file of leaked passwords that new ones are compared with: sorted lines of SHA-1 in hexadecimal, perhaps with
    /// <c>:count</c> behind, as Have I Been Pwned gives them away. Null (default) for the built-in rules alone.
    /// </summary>
    public string? BreachedPasswordFile { get; set; }

    /// <summary>Where a login without a destination leads: a local path. Default <c>/account</c>.</summary>
    public string HomePath { get; set; } = "/account";

    /// <summary>
    /// Whether companies' own providers may stand at private addresses, as where MentorCloud runs inside one company. Default
    /// false: tenants choose those addresses, and must not reach into the operator's network by them.
    /// </summary>
    public bool InsideProviders { get; set; }

    /// <summary>Another provider whose access tokens are accepted instead of our own; null (default) for ours.</summary>
    public Outside.OutsideAuthorityOptions? OutsideAuthority { get; set; }

    internal string IssuerText => (Issuer ?? ListeningUrl).AbsoluteUri.TrimEnd('/');

    /// <summary>Where SCIM's addresses begin.</summary>
    internal string ScimRoot => IssuerText + Scim.Http.ScimRoutes.Root;

    internal bool IsHttps => (Issuer ?? ListeningUrl).Scheme == Uri.UriSchemeHttps;
}
