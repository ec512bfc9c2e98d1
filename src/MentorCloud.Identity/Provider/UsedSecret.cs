using MentorCloud.Contracts.Accounts;
using MentorCloud.Identity.Store;

namespace MentorCloud.Identity.Provider;

/// <summary>A code or refresh token that was just used up, rightly.</summary>
/// <param name="Grant">The login that it comes from.</param>
/// <param name="Secret">The row.</param>
/// <param name="Account">Whose login.</param>
internal sealed record UsedSecret(GrantRecord Grant, GrantSecretRecord Secret, Account Account);
