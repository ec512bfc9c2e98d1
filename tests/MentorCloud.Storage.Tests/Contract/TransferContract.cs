using System.Security.Cryptography;
using System.Text.Json;
using MentorCloud.Contracts.Keys;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;
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
        var lines = Travel(await Store.Transfer.ExportAsync(Sample.Tenant, Way, Stop));

        await using var target = await CreateDatabaseAsync();
        await using var there = await target.OpenAsync();
        await there.Transfer.ImportAsync(Sample.Tenant, lines, Way, Stop);

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

        Assert.Empty(await Store.Transfer.ExportAsync(Sample.OtherTenant, Way, Stop));
        var lines = Travel(await Store.Transfer.ExportAsync(Sample.Tenant, Way, Stop));

        await using var target = await CreateDatabaseAsync();
        await using var there = await target.OpenAsync();
        await Assert.ThrowsAnyAsync<CryptographicException>(() => there.Transfer.ImportAsync(Sample.Tenant, lines, new byte[32], Stop));
        Assert.Empty(await there.Audit.ReadAsync(Sample.Tenant, 0, 10, Stop));
    }

    [Fact]
    public async Task Import_of_a_tenant_that_is_there_is_refused()
    {
        await FillAsync();
        var lines = await Store.Transfer.ExportAsync(Sample.Tenant, Way, Stop);

        var refused = await Assert.ThrowsAsync<RefusedException>(() => Store.Transfer.ImportAsync(Sample.Tenant, lines, Way, Stop));

        Assert.Equal(ErrorCodes.AlreadyExists, refused.Refusal.Code);
    }

    [Fact]
    public async Task Import_of_altered_lines_is_refused_and_writes_nothing()
    {
        await FillAsync();
        var lines = await Store.Transfer.ExportAsync(Sample.Tenant, Way, Stop);
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
            var refused = await Assert.ThrowsAsync<RefusedException>(() => there.Transfer.ImportAsync(Sample.Tenant, each, Way, Stop));
            Assert.Equal(ErrorCodes.InputInvalid, refused.Refusal.Code);
        }

        Assert.Empty(await there.Audit.ReadAsync(Sample.Tenant, 0, 10, Stop));
    }

    // As a file carries them.
    private static List<TransferLine> Travel(IReadOnlyList<TransferLine> lines) =>
        JsonSerializer.Deserialize<List<TransferLine>>(JsonSerializer.Serialize(lines))!;

    private static JsonElement Json<T>(T value) => JsonSerializer.SerializeToElement(value);

    private async Task<Domain.Privacy.SealedText> FillAsync()
    {
        await Store.PublishAsync(Sample.Pairing(1), Sample.Pairing(2));
        await Store.Audit.AppendAsync(Sample.Tenant, new(Sample.Start, "user:u1", "Read", "x", Sample.Id<ParticipantId>(1)), Stop);
        return await Store.Keys.SealAsync(Place, Sample.Id<ParticipantId>(1), "confided", Stop);
    }
}
