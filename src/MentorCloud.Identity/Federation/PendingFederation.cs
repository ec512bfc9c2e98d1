namespace MentorCloud.Identity.Federation;

/// <summary>A login that was sent to the company's provider and has not come back: what the answer must fit.</summary>
/// <param name="Tenant">Whose provider.</param>
/// <param name="Issuer">The provider that was asked; a change of settings in between voids the login.</param>
/// <param name="State">Comes back in the address.</param>
/// <param name="Nonce">Comes back in the id token.</param>
/// <param name="Verifier">Proves that whoever brings the code asked for it (PKCE).</param>
/// <param name="Return">Where the login leads, a local path.</param>
internal sealed record PendingFederation(string Tenant, string Issuer, string State, string Nonce, string Verifier, string Return)
{
    public const string Cookie = "mc_federation";

    public static TimeSpan Lifetime { get; } = TimeSpan.FromMinutes(10);
}
