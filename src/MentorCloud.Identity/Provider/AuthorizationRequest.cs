using MentorCloud.Contracts.Accounts;
using MentorCloud.Identity.Store;

namespace MentorCloud.Identity.Provider;

/// <summary>A program's wish to log somebody in, checked.</summary>
/// <param name="Client">The program.</param>
/// <param name="RedirectUri">Where the answer goes; registered.</param>
/// <param name="State">Given back as it came; null when none came.</param>
/// <param name="Scope">What is asked for.</param>
/// <param name="Nonce">Goes into the id token; null when none came.</param>
/// <param name="Challenge">The PKCE challenge, S256.</param>
/// <param name="Prompt">none, login, consent, select_account, or null.</param>
/// <param name="MaxAge">How old the login may be; null for any age.</param>
internal sealed record AuthorizationRequest(
    ClientRecord Client, string RedirectUri, string? State, string Scope, string? Nonce, string Challenge, string? Prompt, TimeSpan? MaxAge)
{
    /// <summary>Whether a login of now is wanted, whoever is logged in: max_age=0 says the same as prompt=login (OpenID Connect Core 1.0, section 3.1.2.1).</summary>
    public bool WantsFreshLogin => Prompt == "login" || MaxAge == TimeSpan.Zero;

    /// <summary>Whether nobody else's program can be behind it: it proves itself, or its answer goes to a web address that is its own.</summary>
    public bool IsOfKnownProgram => Client.Proof != ClientProof.None || RedirectUris.IsOwnWebAddress(RedirectUri);
}
