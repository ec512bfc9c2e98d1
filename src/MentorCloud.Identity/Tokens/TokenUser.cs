using MentorCloud.Contracts.Accounts;

namespace MentorCloud.Identity.Tokens;

/// <summary>The person that a program's token speaks for.</summary>
/// <param name="Account">Who, as the account is now.</param>
/// <param name="Scope">What the token grants.</param>
internal sealed record TokenUser(Account Account, string Scope);
