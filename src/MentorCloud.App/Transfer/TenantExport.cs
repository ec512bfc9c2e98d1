using System.IO.Compression;
using MentorCloud.App.Commands;
using MentorCloud.Contracts.Directory;
using MentorCloud.Domain.Tenants;
using MentorCloud.Identity.Transfer;
using MentorCloud.Storage.Transfer;

namespace MentorCloud.App.Transfer;

/// <summary>Writes a tenant's archive. No grain runs meanwhile, so that all of it is of one moment.</summary>
internal sealed class TenantExport(IGrainTransfer grains, ITenantTransfer records, IAccountTransfer accounts, TimeProvider clock, CommandProgress progress)
{
    /// <summary>Writes the archive, for its owner's eyes alone: it holds names and password hashes in the clear.</summary>
    /// <param name="tenant">The tenant; suspended ones too.</param>
    /// <param name="file">The archive; must not exist.</param>
    /// <param name="transferKey">32 bytes.</param>
    /// <param name="cancellationToken">Stops; what was written is deleted.</param>
    /// <returns>What is in it.</returns>
    public Task<TenantArchiveResult> WriteAsync(TenantRow tenant, string file, byte[] transferKey, CancellationToken cancellationToken) =>
        WholeFile.WriteAsync(file, stream => WriteAsync(tenant, stream, transferKey, cancellationToken));

    private async Task<TenantArchiveResult> WriteAsync(TenantRow tenant, Stream stream, byte[] transferKey, CancellationToken cancellationToken)
    {
        await using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        var parts = new Dictionary<string, string>();
        var states = 0L;
        progress.Step("grains");
        parts[ArchiveFile.Grains] = await ArchiveFile.WritePartAsync(
            zip, ArchiveFile.Grains, async part => states = await GrainArchive.ExportAsync(grains, tenant.Id, part, cancellationToken));
        progress.Step("audit log and keys");
        (parts[ArchiveFile.Records], var lines) = await ArchiveFile.WriteLinesAsync(
            zip, ArchiveFile.Records, records.ExportAsync(tenant.Id, transferKey, cancellationToken), cancellationToken);
        progress.Step("accounts");
        var people = await accounts.ExportAsync(tenant.Id, transferKey, cancellationToken);
        (parts[ArchiveFile.Accounts], _) = await ArchiveFile.WriteLinesAsync(zip, ArchiveFile.Accounts, people.ToAsyncEnumerable(), cancellationToken);
        var manifest = new ArchiveManifest(
            ArchiveManifest.FormatName, ArchiveManifest.Newest, tenant.Id.ToString(), tenant.Slug, clock.GetUtcNow(), parts);
        await ArchiveFile.WriteManifestAsync(zip, manifest, transferKey, cancellationToken);
        return new TenantArchiveResult(tenant.Slug, states, lines, people.Count, AlreadyThere: false);
    }
}
