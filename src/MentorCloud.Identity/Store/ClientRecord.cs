using MentorCloud.Contracts.Accounts;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Identity.Store;

/// <summary>A row of <c>clients</c>: an integrator's program.</summary>
internal sealed class ClientRecord
{
    public required string Tenant { get; init; }

    public required string ClientId { get; init; }

    public required string Name { get; set; }

    public required Scope Scopes { get; set; }

    public string? SecretHash { get; set; }

    public ClientProof Proof { get; init; } = ClientProof.Secret;

    /// <summary>One a line.</summary>
    public string RedirectUris { get; init; } = string.Empty;

    /// <summary>One a line.</summary>
    public string PostLogoutUris { get; init; } = string.Empty;

    public string? KeySet { get; init; }

    /// <summary>Whether it is the company's own, so that people are not asked whether it may get in.</summary>
    public bool IsFirstParty { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? LastUsedAt { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }

    public MachineClient ToMachineClient() =>
        new(EntityId.Parse<TenantId>(Tenant), ClientId, Name, Scopes, CreatedAt, LastUsedAt, RevokedAt, IsFirstParty);
}
