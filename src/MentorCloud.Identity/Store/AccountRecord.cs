using MentorCloud.Contracts.Accounts;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Identity.Store;

/// <summary>A row of <c>accounts</c>.</summary>
internal sealed class AccountRecord
{
    public required string Tenant { get; init; }

    public required string Id { get; init; }

    public required string Email { get; set; }

    public required string EmailKey { get; set; }

    public required string DisplayName { get; set; }

    public required string NameKey { get; set; }

    public required Role Roles { get; set; }

    public string? Participant { get; set; }

    public string? PasswordHash { get; set; }

    public required AccountStatus Status { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? LastLoginAt { get; set; }

    public DateTimeOffset? ClosedAt { get; set; }

    public Account ToAccount() => new(
        EntityId.Parse<TenantId>(Tenant), EntityId.Parse<AccountId>(Id), Email, DisplayName, Roles,
        Participant is null ? null : EntityId.Parse<ParticipantId>(Participant), Status, CreatedAt, LastLoginAt);
}
