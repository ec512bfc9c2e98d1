using System.Security.Cryptography;
using System.Text;
using MentorCloud.App.Transfer;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.App.Tests.Transfer;

public sealed class GrainArchiveTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly TenantId Tenant = EntityId.New<TenantId>(Noon);
    private static readonly TenantId Other = EntityId.New<TenantId>(Noon.AddDays(1));

    [Fact]
    public async Task Tenant_moves_whole_and_no_other_tenant_with_it()
    {
        var (from, to) = (Filled(), new KeptGrains());
        using var archive = await ExportAsync(from, lines: 301);

        await GrainArchive.VerifyAsync(archive, GrainArchive.PrefixOf(Tenant), default);
        await ImportAsync(to, archive);

        Assert.Equal(
            Enumerable.Range(0, 300).Select(i => $"{Tenant}/{i:D3}=state {i}"),
            to.Records.Values.Select(record => $"{record.Key}={Encoding.UTF8.GetString(record.Payload.Span)}"));
        Assert.Equal(from.Reminders[$"{Tenant}/007r"], Assert.Single(to.Reminders).Value);
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.9)]
    public async Task Altered_archive_is_refused(double where)
    {
        using var archive = await ExportAsync(Filled(), lines: 301);
        var bytes = archive.ToArray();
        var at = (int)(bytes.Length * where);
        bytes[at] = (byte)(bytes[at] == 'A' ? 'B' : 'A');

        await RefusedAsync(bytes, GrainArchive.PrefixOf(Tenant));
    }

    [Fact]
    public async Task Truncated_archive_is_refused()
    {
        using var archive = await ExportAsync(Filled(), lines: 301);
        var half = archive.ToArray().AsSpan();
        var whole = half[..(half[..(half.Length / 2)].LastIndexOf((byte)'\n') + 1)].ToArray();

        Assert.Contains("tail", await RefusedAsync(whole, GrainArchive.PrefixOf(Tenant)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_repeated_changes_nothing_and_over_another_state_is_refused_by_name()
    {
        var store = Filled();
        using var archive = await ExportAsync(store, lines: 301);
        await ImportAsync(store, archive);
        store.Records[$"{Tenant}/007"] = new("pairing", $"{Tenant}/007", "pairing", "another"u8.ToArray());

        var error = await Assert.ThrowsAsync<InvalidDataException>(() => ImportAsync(store, archive));

        Assert.Contains($"{Tenant}/007", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Archive_of_another_tenant_than_expected_is_refused()
    {
        using var archive = await ExportAsync(Filled(), lines: 301);

        await RefusedAsync(archive.ToArray(), GrainArchive.PrefixOf(Other));
    }

    [Fact]
    public async Task Archive_with_a_key_of_another_tenant_is_refused_although_its_checksum_fits()
    {
        var head = """{"format":"mentorcloud-grains","version":1,"prefix":"tenant-a/"}""" + "\n";
        var foreign = """{"type":"pairing","key":"tenant-b/1","state":"s","payload":"AA=="}""" + "\n";
        var sum = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(head + foreign)));
        var archive = Encoding.UTF8.GetBytes(head + foreign + $$"""{"lines":1,"sha256":"{{sum}}"}""" + "\n");

        Assert.Contains("tenant-b/1", await RefusedAsync(archive, "tenant-a/"), StringComparison.Ordinal);
    }

    private static async Task<string> RefusedAsync(byte[] archive, string prefix) =>
        (await Assert.ThrowsAsync<InvalidDataException>(() => GrainArchive.VerifyAsync(new MemoryStream(archive), prefix, default))).Message;

    private static async Task<MemoryStream> ExportAsync(KeptGrains from, long lines)
    {
        var archive = new MemoryStream();
        Assert.Equal(lines, await GrainArchive.ExportAsync(from, Tenant, archive, default));
        archive.Position = 0;
        return archive;
    }

    private static async Task ImportAsync(KeptGrains to, MemoryStream archive)
    {
        archive.Position = 0;
        Assert.Equal(300, await GrainArchive.ImportRecordsAsync(to, Tenant, archive, default));
        archive.Position = 0;
        Assert.Equal(1, await GrainArchive.ImportRemindersAsync(to, Tenant, archive, default));
    }

    private static KeptGrains Filled()
    {
        var store = new KeptGrains();
        foreach (var (key, text) in Enumerable.Range(0, 300).Select(i => ($"{Tenant}/{i:D3}", $"state {i}")).Append(($"{Other}/1", "foreign")))
        {
            store.Records[key] = new("pairing", key, "pairing", Encoding.UTF8.GetBytes(text));
        }

        foreach (var key in new[] { $"{Tenant}/007", $"{Other}/1" })
        {
            store.Reminders[key + "r"] = new("pairing", key, "r", Noon, Noon, TimeSpan.FromDays(7));
        }

        return store;
    }
}
