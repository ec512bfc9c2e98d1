using MentorCloud.Contracts.Accounts;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Pairings.Escalations;
using MentorCloud.Gateway.Access;

namespace MentorCloud.Gateway.Pairings.Escalations;

/// <summary>Fields of <c>Escalation</c>, and of <c>Pairing</c> about them.</summary>
internal static class EscalationFields
{
    public static async Task<IReadOnlyList<Escalation>> EscalationsAsync(PairingRow parent, PairingLoader loader) =>
        (await loader.LifeAsync(parent.Id)).Escalations;

    /// <summary>The handler's name, as their colleagues know them; somebody whose account is gone keeps no name.</summary>
    public static Task<string?> AcknowledgedByAsync(
        Escalation parent, Caller caller, IAccounts accounts, CancellationToken cancellationToken) =>
        NameAsync(parent.AcknowledgedBy, caller, accounts, cancellationToken);

    /// <summary>The name of who resolved it, likewise.</summary>
    public static Task<string?> ResolvedByAsync(
        Escalation parent, Caller caller, IAccounts accounts, CancellationToken cancellationToken) =>
        NameAsync(parent.ResolvedBy, caller, accounts, cancellationToken);

    private static async Task<string?> NameAsync(AccountId? of, Caller caller, IAccounts accounts, CancellationToken cancellationToken) =>
        of is { } account
            ? (await accounts.FindAsync(caller.Tenant, account, cancellationToken))?.DisplayName ?? "a former colleague"
            : null;
}
