using Azure.Data.Tables;
using MentorCloud.Cluster.Configuration;
using MentorCloud.Cluster.Directory;
using MentorCloud.Cluster.Silo;
using MentorCloud.Cluster.Tests.Azurite;
using MentorCloud.Contracts.Grains;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Cluster.Tests.Directory;

public sealed class TableGrainDirectoryTests(AzuriteTables azurite) : IClassFixture<AzuriteTables>
{
    private static readonly TenantId Tenant = EntityId.New<TenantId>(DateTimeOffset.UnixEpoch.AddYears(56));
    private static readonly TenantId Other = EntityId.New<TenantId>(DateTimeOffset.UnixEpoch.AddYears(57));

    /// <summary>Azure Tables forbid / \ # ? and control characters in keys, and more than 1 KiB.</summary>
    [Fact]
    public void Key_of_a_grain_has_one_character_that_azure_tables_forbid_and_is_short()
    {
        foreach (var key in Keys(Tenant))
        {
            Assert.Matches("^[a-z0-9]+/[a-z0-9]+(\\.[0-9]+)?$", key);
            Assert.InRange(key.Length, 1, 128);
            Assert.Equal(key, TableGrainDirectory.KeyOf(key.Replace('/', '_')));
        }
    }

    [Fact]
    public async Task Directory_lists_one_kind_of_one_tenant_in_order()
    {
        var tables = new TableServiceClient(azurite.ConnectionString);
        var settings = new ClusterSettings { ServiceId = "svc" };
        var table = tables.GetTableClient(StorageAccount.GrainsTable);
        await table.CreateIfNotExistsAsync();
        foreach (var key in Keys(Tenant).Concat(Keys(Other)))
        {
            // As Orleans writes it: the service, the grain's id and the state's name.
            foreach (var kind in new[] { "pairing", "pairingpage", "cohort" })
            {
                await table.AddEntityAsync(new TableEntity($"svc_{kind}_{key.Replace('/', '_')}", kind));
            }
        }

        var directory = new TableGrainDirectory(tables, settings);

        Assert.Equal(Keys(Tenant).Order(StringComparer.Ordinal), await ListAsync(directory, "Pairing", $"{Tenant}/"));
        Assert.Equal(Keys(Tenant).Concat(Keys(Other)).Order(StringComparer.Ordinal), await ListAsync(directory, "Pairing", string.Empty));
        Assert.Empty(await ListAsync(directory, "Round", string.Empty));
    }

    private static async Task<List<string>> ListAsync(TableGrainDirectory directory, string kind, string prefix)
    {
        var keys = new List<string>();
        await foreach (var key in directory.KeysAsync(kind, prefix, TestContext.Current.CancellationToken))
        {
            keys.Add(key);
        }

        return keys;
    }

    private static string[] Keys(TenantId tenant) =>
    [
        GrainKey.Of(tenant, tenant),
        GrainKey.Of(tenant, EntityId.Derive<PairingId>(tenant.Value, "1")),
        GrainKey.OfPage(tenant, EntityId.Derive<PairingId>(tenant.Value, "2"), 0),
        GrainKey.OfPage(tenant, EntityId.Derive<PairingId>(tenant.Value, "2"), int.MaxValue),
    ];
}
