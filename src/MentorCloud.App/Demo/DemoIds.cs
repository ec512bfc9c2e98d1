using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.App.Demo;

/// <summary>The demo's ids: the same on every run over one source, so that repeating it changes nothing.</summary>
internal sealed class DemoIds(string slug)
{
    /// <summary>A UUIDv7 of the first instant of 2026; demo tenants are derived from it.</summary>
    private static readonly Guid Root = Guid.CreateVersion7(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    public TenantId Tenant { get; } = Derived<TenantId>(slug);

    public CohortId Cohort => EntityId.Derive<CohortId>(Tenant.Value, "cohort");

    public RoundId Round => EntityId.Derive<RoundId>(Tenant.Value, "round");

    public AccountId AdminAccount => EntityId.Derive<AccountId>(Tenant.Value, "admin");

    /// <summary>The admin in whose name the program side of the demo is done.</summary>
    public Actor Admin => Actor.User(Tenant, AdminAccount, Role.TenantAdmin);

    public Actor Operator => Actor.System(Tenant, "operator");

    public CommandId Command(params ReadOnlySpan<string> parts) =>
        EntityId.Derive<CommandId>(Tenant.Value, ["command", .. parts]);

    public static AccountId Account(ParticipantId participant) => EntityId.Derive<AccountId>(participant.Value, "account");

    /// <summary>The person themself, as they act after logging in.</summary>
    public Actor Person(ParticipantId participant, Role role) => Actor.User(Tenant, Account(participant), role, participant);

    private static TId Derived<TId>(string name)
        where TId : struct, IEntityId<TId>
    {
        // The random part of the root is hashed away: only its time prefix and the name count.
        Span<byte> bytes = stackalloc byte[16];
        Root.TryWriteBytes(bytes, bigEndian: true, out _);
        bytes[6..].Clear();
        bytes[6] = 0x70;
        bytes[8] = 0x80;
        return EntityId.Derive<TId>(new Guid(bytes, bigEndian: true), "demo", name);
    }
}
