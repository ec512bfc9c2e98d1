using System.Security.Cryptography;
using System.Text.Json;
using MentorCloud.Contracts.Audit;
using MentorCloud.Contracts.Keys;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;
using MentorCloud.Storage.Audit;
using MentorCloud.Storage.Tests.Fixtures;
using MentorCloud.Storage.Transfer;

namespace MentorCloud.Storage.Tests.Contract;

public abstract class TransferContract : StoreContract
{
    private static readonly byte[] Way = [.. Enumerable.Range(1, 32).Select(value => (byte)value)];
    private static readonly SealingContext Place = new(Sample.Tenant, "Pairing/t/p", "note");

    [Fact]
    public async Task Moved_tenant_keeps_its_log_its_texts_and_its_grains_places()
    {
        var confided = await FillAsync();
        var lines = Travel(await ExportedAsync());

        await using var target = await CreateDatabaseAsync();
        await using var there = await target.OpenAsync();
        Assert.True(await there.Transfer.ImportAsync(Sample.Tenant, lines.ToAsyncEnumerable(), Way, Stop));

        Assert.Equal(await Store.Audit.ReadAsync(Sample.Tenant, 0, 100, Stop), await there.Audit.ReadAsync(Sample.Tenant, 0, 100, Stop));
        Assert.Null(await there.Audit.FirstAlteredAsync(Sample.Tenant, Stop));
        Assert.Equal("confided", await there.Keys.OpenAsync(Place, confided, Stop));
        var (tenant, grain) = Sample.Owner(Sample.Pairing(1));
        await there.Facts.PublishAsync(tenant, grain, [Sample.Entry(1), Sample.Entry(2)], Stop);
        Assert.Equal(2, Assert.Single(await there.Feed.ReadAsync(0, 10, Stop)).Sequence);
        Assert.Null(await there.Audit.FirstAlteredAsync(Sample.Tenant, Stop));
    }

    [Fact]
    public async Task Export_has_nothing_of_other_tenants_and_no_key_in_the_clear()
    {
        await FillAsync();

        Assert.Empty(await Store.Transfer.ExportAsync(Sample.OtherTenant, Way, Stop).ToListAsync(Stop));
        var lines = Travel(await ExportedAsync());

        await using var target = await CreateDatabaseAsync();
        await using var there = await target.OpenAsync();
        await Assert.ThrowsAnyAsync<CryptographicException>(() => there.Transfer.ImportAsync(Sample.Tenant, lines.ToAsyncEnumerable(), new byte[32], Stop));
        Assert.Empty(await there.Audit.ReadAsync(Sample.Tenant, 0, 10, Stop));
    }

    [Fact]
    public async Task Import_of_a_tenant_that_is_there_changes_nothing_and_is_refused_when_it_has_gone_on()
    {
        await FillAsync();
        var lines = await ExportedAsync();

        Assert.False(await Store.Transfer.ImportAsync(Sample.Tenant, lines.ToAsyncEnumerable(), Way, Stop));
        await Store.Audit.AppendAsync(Sample.Tenant, new(Sample.Start, "user:u1", "Read", "x", Sample.Id<ParticipantId>(1)), Stop);
        var refused = await Assert.ThrowsAsync<RefusedException>(() => Store.Transfer.ImportAsync(Sample.Tenant, lines.ToAsyncEnumerable(), Way, Stop));

        Assert.Equal(ErrorCodes.AlreadyExists, refused.Refusal.Code);
    }

    [Fact]
    public async Task Long_log_is_moved_page_by_page_and_an_import_that_was_cut_off_goes_on()
    {
        await FillAsync();
        await Store.Sql.WriteAsync(Sample.Tenant, async session =>
        {
            await AuditAppender.AppendAsync(session, Sample.Tenant, [.. Enumerable.Range(1, 2300).Select(number => new AuditEntry(Sample.Start, $"user:u{number}", "Read", "x"))]);
            return 0;
        }, Stop);
        var lines = await ExportedAsync();
        await using var target = await CreateDatabaseAsync();
        await using var there = await target.OpenAsync();

        // The first reading is the check; the second one ends in the middle of the log.
        var readings = 0;
        async IAsyncEnumerable<TransferLine> CutOff()
        {
            var ends = ++readings == 2 ? 1500 : lines.Count;
            foreach (var line in lines.Take(ends))
                yield return line;
            await Task.CompletedTask;
            if (ends < lines.Count) throw new IOException("The archive's disk went away.");
        }

        await Assert.ThrowsAsync<IOException>(() => there.Transfer.ImportAsync(Sample.Tenant, CutOff(), Way, Stop));
        var first = await there.Transfer.ExportAsync(Sample.Tenant, Way, Stop).CountAsync(Stop);
        Assert.True(await there.Transfer.ImportAsync(Sample.Tenant, lines.ToAsyncEnumerable(), Way, Stop));
        Assert.False(await there.Transfer.ImportAsync(Sample.Tenant, lines.ToAsyncEnumerable(), Way, Stop));

        Assert.Equal(1000, first);
        Assert.Null(await there.Audit.FirstAlteredAsync(Sample.Tenant, Stop));
        Assert.Equal(lines.Where(line => line.Kind != "tenantKey").Select(Text), (await there.Transfer.ExportAsync(Sample.Tenant, Way, Stop).ToListAsync(Stop)).Where(line => line.Kind != "tenantKey").Select(Text));
    }

    [Fact]
    public async Task Import_of_altered_lines_is_refused_and_writes_nothing()
    {
        await FillAsync();
        var lines = await ExportedAsync();
        var first = lines[0];
        IReadOnlyList<TransferLine>[] altered =
        [
            [.. lines.Skip(1)],
            [.. lines.Where(line => line.Kind != "auditHead")],
            [lines[1], lines[0], .. lines.Skip(2)],
            [first with { Values = [.. first.Values.Take(2), Json("user:other"), .. first.Values.Skip(3)] }, .. lines.Skip(1)],
            [first with { Values = [.. first.Values.Take(2), Json<string?>(null), .. first.Values.Skip(3)] }, .. lines.Skip(1)],
            [first with { Values = [.. first.Values.Take(2)] }, .. lines.Skip(1)],
            [first with { Values = [Json("one"), .. first.Values.Skip(1)] }, .. lines.Skip(1)],
            [first with { Kind = "what" }, .. lines.Skip(1)],
        ];

        await using var target = await CreateDatabaseAsync();
        await using var there = await target.OpenAsync();
        foreach (var each in altered)
        {
            var refused = await Assert.ThrowsAsync<RefusedException>(() => there.Transfer.ImportAsync(Sample.Tenant, each.ToAsyncEnumerable(), Way, Stop));
            Assert.Equal(ErrorCodes.InputInvalid, refused.Refusal.Code);
        }

        Assert.Empty(await there.Audit.ReadAsync(Sample.Tenant, 0, 10, Stop));
    }

    // As a file carries them.
    private static List<TransferLine> Travel(List<TransferLine> lines) =>
        JsonSerializer.Deserialize<List<TransferLine>>(JsonSerializer.Serialize(lines))!;

    private static string Text(TransferLine line) => JsonSerializer.Serialize(line);

    private Task<List<TransferLine>> ExportedAsync() => Store.Transfer.ExportAsync(Sample.Tenant, Way, Stop).ToListAsync(Stop).AsTask();

    private static JsonElement Json<T>(T value) => JsonSerializer.SerializeToElement(value);

    private async Task<Domain.Privacy.SealedText> FillAsync()
    {
        await Store.PublishAsync(Sample.Pairing(1), Sample.Pairing(2));
        await Store.Audit.AppendAsync(Sample.Tenant, new(Sample.Start, "user:u1", "Read", "x", Sample.Id<ParticipantId>(1)), Stop);
        return await Store.Keys.SealAsync(Place, Sample.Id<ParticipantId>(1), "confided", Stop);
    }
}
