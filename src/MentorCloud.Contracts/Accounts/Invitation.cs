namespace MentorCloud.Contracts.Accounts;

/// <summary>An invitation, or a way back in after a forgotten password: a token that works once.</summary>
/// <param name="Account">Whose account.</param>
/// <param name="Token">The token; kept only as a hash, so this is the one time it can be seen.</param>
/// <param name="Link">The page where the person uses it, the token in its address.</param>
/// <param name="ExpiresAt">From then on it is refused, UTC.</param>
public sealed record Invitation(Account Account, string Token, Uri Link, DateTimeOffset ExpiresAt)
{
    /// <summary>Writes everything but the token and its link.</summary>
    /// <returns>The account's id and the end of validity.</returns>
    public override string ToString() => $"Invitation {{ Account = {Account.Id}, ExpiresAt = {ExpiresAt:O} }}";
}
