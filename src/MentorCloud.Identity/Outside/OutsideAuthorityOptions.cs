namespace MentorCloud.Identity.Outside;

/// <summary>
/// Another OpenID provider (Duende IdentityServer or any conforming one) whose access tokens are accepted instead of our
/// own. Tenants, accounts and roles stay ours; the token only says who asks.
/// </summary>
public sealed class OutsideAuthorityOptions
{
    /// <summary>Its issuer; <c>/.well-known/openid-configuration</c> beneath it is read at the first token, and again when a key is unknown.</summary>
    public Uri Authority { get; set; } = new("https://login.invalid");

    /// <summary>The <c>aud</c> that its tokens for MentorCloud carry. Default <c>mentorcloud</c>.</summary>
    public string Audience { get; set; } = "mentorcloud";

    /// <summary>The claim that holds the tenant, by id or by slug. Default <c>tenant</c>.</summary>
    public string TenantClaim { get; set; } = "tenant";

    /// <summary>The claim that holds a person's e-mail address; the account with it in the tenant is whom the token stands for. Default <c>email</c>.</summary>
    public string EmailClaim { get; set; } = "email";

    /// <summary>The scopes that a machine client's token may carry at most, as OAuth writes them. Default: every scope.</summary>
    public string ScopeLimit { get; set; } = string.Join(' ', Domain.Access.ScopeNames.Known);

    /// <summary>Accepted values of the token's <c>typ</c>. Default <c>at+jwt</c>.</summary>
    public IList<string> TokenTypes { get; } = ["at+jwt"];
}
