using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Contracts.Accounts;

/// <summary>What an account is created from.</summary>
/// <param name="Email">An ASCII address of at most 254 characters.</param>
/// <param name="DisplayName">1..200 characters.</param>
/// <param name="Roles">At least one role; <see cref="Role.PlatformOperator"/> is given by the system alone.</param>
/// <param name="Participant">The participant that the person is; null when they take no part in pairings.</param>
/// <param name="Password">12..128 characters and no common password; null creates an account that waits for an invitation.</param>
/// <param name="Id">Makes a repeat safe: creating the same id and address again answers with the first account. Null makes a new id.</param>
public sealed record NewAccount(
    string Email, string DisplayName, Role Roles, ParticipantId? Participant = null, string? Password = null, AccountId? Id = null)
{
    /// <summary>Writes everything but the password, so that none reaches a log.</summary>
    /// <returns>The account without its password and address.</returns>
    public override string ToString() => $"NewAccount {{ Roles = {Roles}, Participant = {Participant} }}";
}
