using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using MentorCloud.App.Commands;
using MentorCloud.App.Hosting;
using MentorCloud.Contracts.Directory;
using MentorCloud.Contracts.Views;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;
using MentorCloud.Identity.Transfer;
using MentorCloud.Storage.Transfer;

namespace MentorCloud.App.Transfer;

/// <summary>
/// Brings a tenant's archive in. Everything is verified before anything is written. The order makes an import that was
/// killed repeatable: grains and accounts that are there and equal are passed over, nobody finds the tenant before its
/// records are there, and reminders come last.
/// </summary>
internal sealed class TenantImport(
    IGrainTransfer grains, ITenantTransfer records, IAccountTransfer accounts, IViews views, CommandProgress progress)
{
    /// <summary>Imports an archive. The views of the tenant are to be rebuilt afterwards.</summary>
    /// <param name="file">The archive.</param>
    /// <param name="transferKey">The key that it was made with.</param>
    /// <param name="cancellationToken">Stops; repeat to go on.</param>
    /// <returns>What is in it.</returns>
    /// <exception cref="OperatorException">The archive was altered, is incomplete, or the tenant is here already and has gone on.</exception>
    public async Task<TenantArchiveResult> RunAsync(string file, byte[] transferKey, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = File.OpenRead(file);
            await using var zip = new ZipArchive(stream, ZipArchiveMode.Read);
            return await RunAsync(zip, transferKey, cancellationToken);
        }
        catch (Exception exception) when (exception is InvalidDataException or JsonException)
        {
            throw ArchiveFile.Refused(exception.Message);
        }
        catch (CryptographicException)
        {
            throw ArchiveFile.Refused("its keys do not open with this transfer key.");
        }
        catch (RefusedException refused)
        {
            throw ArchiveFile.Refused(refused.Message);
        }
    }

    private async Task<TenantArchiveResult> RunAsync(ZipArchive zip, byte[] transferKey, CancellationToken cancellationToken)
    {
        progress.Step("verifying");
        var manifest = await ArchiveFile.VerifyAsync(zip, transferKey, cancellationToken);
        var tenant = EntityId.TryParse<TenantId>(manifest.Tenant, out var id) ? id : throw ArchiveFile.Refused("its tenant's id is none.");
        var lines = ArchiveFile.ReadLinesAsync<TransferLine>(zip, ArchiveFile.Records, cancellationToken);
        var people = await ArchiveFile.ReadLinesAsync<AccountLine>(zip, ArchiveFile.Accounts, cancellationToken).ToListAsync(cancellationToken);
        await CheckAsync(zip, tenant, manifest.Slug, people, transferKey, cancellationToken);

        progress.Step("grains");
        var states = await ImportGrainsAsync(zip, tenant, cancellationToken);
        progress.Step("accounts");
        var isNew = await accounts.ImportAsync(tenant, people, transferKey, cancellationToken);
        progress.Step("audit log and keys");
        isNew |= await ImportRecordsAsync(tenant, lines, transferKey, cancellationToken);
        progress.Step("reminders");
        var reminders = await ReadPartAsync(zip, part => GrainArchive.ImportRemindersAsync(grains, tenant, part, cancellationToken));
        return new TenantArchiveResult(manifest.Slug, states + reminders, await lines.LongCountAsync(cancellationToken), people.Count, AlreadyThere: !isNew, accounts.PasskeysLeftOut(people));
    }

    private async Task CheckAsync(
        ZipArchive zip, TenantId tenant, string slug, List<AccountLine> people, byte[] transferKey, CancellationToken cancellationToken)
    {
        if (await views.TenantBySlugAsync(slug, cancellationToken) is { } other && other.Id != tenant)
        {
            throw ArchiveFile.Refused($"another tenant here has the short name '{slug}'.");
        }

        accounts.Verify(tenant, people, transferKey);
        await using var part = ArchiveFile.Open(zip, ArchiveFile.Grains);
        await GrainArchive.VerifyAsync(part, GrainArchive.PrefixOf(tenant), cancellationToken);
    }

    private async Task<long> ImportGrainsAsync(ZipArchive zip, TenantId tenant, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadPartAsync(zip, part => GrainArchive.ImportRecordsAsync(grains, tenant, part, cancellationToken));
        }
        catch (InvalidDataException differs)
        {
            // The archive was verified before: what differs is what is here.
            throw GoneOn(differs.Message);
        }
    }

    private static OperatorException GoneOn(string why) => new(
        ExitCodes.InputInvalid, $"The tenant is here already and has gone on since the export; what it has here was left as it is ({why.TrimEnd('.')}).");

    /// <summary>False when the same records are here already: an earlier import got so far.</summary>
    private async Task<bool> ImportRecordsAsync(
        TenantId tenant, IAsyncEnumerable<TransferLine> lines, byte[] transferKey, CancellationToken cancellationToken)
    {
        try
        {
            return await records.ImportAsync(tenant, lines, transferKey, cancellationToken);
        }
        catch (RefusedException refused) when (refused.Refusal.Code == ErrorCodes.AlreadyExists)
        {
            throw GoneOn("its audit log is longer");
        }
    }

    private static async Task<long> ReadPartAsync(ZipArchive zip, Func<Stream, Task<long>> read)
    {
        await using var part = ArchiveFile.Open(zip, ArchiveFile.Grains);
        return await read(part);
    }
}
