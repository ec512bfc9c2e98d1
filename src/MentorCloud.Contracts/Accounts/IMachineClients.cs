using MentorCloud.Contracts.Grains;
using MentorCloud.Contracts.Views;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Contracts.Accounts;

/// <summary>The machine clients of each tenant. Whether the actor may do it, the caller has checked. Each change enters the audit log.</summary>
public interface IMachineClients
{
    /// <summary>Creates a client; its secret is shown this once.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="by">In whose name.</param>
    /// <param name="command">Names the command: repeated, it answers with the same client without its secret. <c>default</c> for none.</param>
    /// <param name="name">What the tenant calls it, 1..200 characters.</param>
    /// <param name="scopes">The most that its tokens may grant, at least one.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The client and its secret, or <c>INPUT_INVALID</c>, <c>IDEMPOTENCY_KEY_REUSED</c>.</returns>
    Task<Reply<MachineClientSecret>> CreateAsync(
        TenantId tenant, Actor by, CommandId command, string name, Scope scopes, CancellationToken cancellationToken);

    /// <summary>Clients in the order they were created, revoked ones included, a page at a time; a bad cursor is refused with <c>CURSOR_INVALID</c>.</summary>
    Task<Page<MachineClient>> ListAsync(TenantId tenant, PageRequest page, CancellationToken cancellationToken);

    /// <summary>A client; null when unknown.</summary>
    Task<MachineClient?> FindAsync(TenantId tenant, string clientId, CancellationToken cancellationToken);

    /// <summary>Replaces the secret; the old one stops working at once.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="by">In whose name.</param>
    /// <param name="command">Names the command: repeated, it changes nothing and answers without a secret. <c>default</c> for none.</param>
    /// <param name="clientId">The client; one that proves itself by a secret.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The client and its new secret, or <c>NOT_FOUND</c>, <c>CLIENT_REVOKED</c>, <c>INPUT_INVALID</c> when it has no secret.</returns>
    Task<Reply<MachineClientSecret>> RotateSecretAsync(
        TenantId tenant, Actor by, CommandId command, string clientId, CancellationToken cancellationToken);

    /// <summary>Revokes a client: its tokens stop working with their next request. Repeating is safe.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="by">In whose name.</param>
    /// <param name="clientId">The client.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The revoked client, or <c>NOT_FOUND</c>.</returns>
    Task<Reply<MachineClient>> RevokeAsync(TenantId tenant, Actor by, string clientId, CancellationToken cancellationToken);
}
