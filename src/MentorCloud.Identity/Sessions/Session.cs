using MentorCloud.Contracts.Accounts;

namespace MentorCloud.Identity.Sessions;

/// <summary>A living session and whose it is.</summary>
/// <param name="Id">Names the session; not the cookie's secret.</param>
/// <param name="Account">Whose, as the account is now.</param>
/// <param name="Methods">How the person proved who they are (RFC 8176).</param>
/// <param name="StartedAt">When they did, UTC.</param>
internal sealed record Session(string Id, Account Account, string Methods, DateTimeOffset StartedAt);
