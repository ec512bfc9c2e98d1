using MentorCloud.Domain.Identifiers;
using MentorCloud.Storage.Sql;

namespace MentorCloud.Storage.Keys;

/// <summary>Wrapped keys as they stand in the database.</summary>
internal sealed class KeyTables(SqlStore store, TimeProvider clock)
{
    /// <summary>The place that a tenant's key is bound to when the master key wraps it.</summary>
    public static string MasterContext(TenantId tenant) => $"tenant|{tenant}";

    public Task<byte[]?> TenantKeyAsync(TenantId tenant, CancellationToken cancellationToken) => store.ReadAsync(
        tenant,
        session => session.FirstAsync(
            $"SELECT wrapped FROM tenant_keys WHERE {store.Dialect.OwnTenant}",
            reader => reader.Bytes(0),
            cancellationToken,
            ("@tenant", tenant.ToString())),
        cancellationToken);

    /// <summary>Adds a tenant's key unless there is one; answers the one that is there.</summary>
    public Task<byte[]> AddTenantKeyAsync(TenantId tenant, byte[] wrapped, CancellationToken cancellationToken) => store.WriteAsync(
        tenant,
        async session =>
        {
            await session.ExecuteAsync(
                "INSERT INTO tenant_keys (tenant, wrapped, created_at) VALUES (@tenant, @wrapped, @at) ON CONFLICT (tenant) DO NOTHING",
                CancellationToken.None,
                ("@tenant", tenant.ToString()), ("@wrapped", wrapped), ("@at", clock.GetUtcNow().Column()));
            return (await session.FirstAsync(
                "SELECT wrapped FROM tenant_keys WHERE tenant = @tenant",
                reader => reader.Bytes(0),
                CancellationToken.None,
                ("@tenant", tenant.ToString())))!;
        },
        cancellationToken);

    public Task<WrappedPersonKey?> PersonKeyAsync(TenantId tenant, PersonKeyId id, CancellationToken cancellationToken) =>
        PersonKeyAsync(tenant, "id = @value", id.ToString(), cancellationToken);

    public Task<WrappedPersonKey?> PersonKeyAsync(TenantId tenant, ParticipantId person, CancellationToken cancellationToken) =>
        PersonKeyAsync(tenant, "person = @value", person.ToString(), cancellationToken);

    /// <summary>Adds a person's key unless there is one; answers the one that is there, or null when the tenant's key has gone.</summary>
    public Task<WrappedPersonKey?> AddPersonKeyAsync(TenantId tenant, WrappedPersonKey key, CancellationToken cancellationToken) => store.WriteAsync(
        tenant,
        async session =>
        {
            await session.ExecuteAsync(
                """
                INSERT INTO person_keys (tenant, id, person, wrapped, created_at)
                SELECT tenant, @id, @person, @wrapped, @at FROM tenant_keys WHERE tenant = @tenant
                ON CONFLICT (tenant, person) DO NOTHING
                """,
                CancellationToken.None,
                ("@tenant", tenant.ToString()), ("@id", key.Id.ToString()), ("@person", key.Person.ToString()), ("@wrapped", key.Wrapped),
                ("@at", clock.GetUtcNow().Column()));
            return await FindAsync(session, tenant, "tenant = @tenant AND person = @value", key.Person.ToString(), CancellationToken.None);
        },
        cancellationToken);

    public Task DeletePersonAsync(TenantId tenant, ParticipantId person, CancellationToken cancellationToken) => store.WriteAsync(
        tenant,
        session => session.ExecuteAsync(
            "DELETE FROM person_keys WHERE tenant = @tenant AND person = @person",
            CancellationToken.None,
            ("@tenant", tenant.ToString()), ("@person", person.ToString())),
        cancellationToken);

    public Task DeleteTenantAsync(TenantId tenant, CancellationToken cancellationToken) => store.WriteAsync(
        tenant,
        session => session.ExecuteAsync(
            "DELETE FROM person_keys WHERE tenant = @tenant; DELETE FROM tenant_keys WHERE tenant = @tenant",
            CancellationToken.None,
            ("@tenant", tenant.ToString())),
        cancellationToken);

    /// <summary>Any tenant's wrapped key, to try the master key on; null when nothing was ever sealed.</summary>
    public Task<(TenantId Tenant, byte[] Wrapped)?> AnyTenantKeyAsync(CancellationToken cancellationToken) => store.InspectAsync<(TenantId, byte[])?>(
        session => session.FirstAsync<(TenantId, byte[])?>(
            "SELECT tenant, wrapped FROM tenant_keys LIMIT 1", reader => (reader.Id<TenantId>(0), reader.Bytes(1)), cancellationToken),
        cancellationToken);

    private Task<WrappedPersonKey?> PersonKeyAsync(TenantId tenant, string condition, string value, CancellationToken cancellationToken) =>
        store.ReadAsync(
            tenant,
            session => FindAsync(session, tenant, $"{store.Dialect.OwnTenant} AND {condition}", value, cancellationToken),
            cancellationToken);

    private static Task<WrappedPersonKey?> FindAsync(
        SqlSession session, TenantId tenant, string condition, string value, CancellationToken cancellationToken) => session.FirstAsync(
        $"SELECT id, person, wrapped FROM person_keys WHERE {condition}",
        reader => new WrappedPersonKey(reader.Id<PersonKeyId>(0), reader.Id<ParticipantId>(1), reader.Bytes(2)),
        cancellationToken,
        ("@tenant", tenant.ToString()), ("@value", value));
}
