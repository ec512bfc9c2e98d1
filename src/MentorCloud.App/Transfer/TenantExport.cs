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
    /// <summary>Writes the archive under a name of its own and renames it when it is whole.</summary>
    /// <param name="tenant">The tenant; suspended ones too.</param>
    /// <param name="file">The archive; must not exist.</param>
    /// <param name="transferKey">32 bytes.</param>
    /// <param name="cancellationToken">Stops; what was written is deleted.</param>
    /// <returns>What is in it.</returns>
    public async Task<TenantArchiveResult> WriteAsync(TenantRow tenant, string file, byte[] transferKey, CancellationToken cancellationToken)
    {
        var draft = file + ".partial";
        try
        {
            TenantArchiveResult result;
            await using (var stream = new FileStream(draft, Options()))
            {
                result = await WriteAsync(tenant, stream, transferKey, cancellationToken);
                stream.Flush(flushToDisk: true);
            }

            File.Move(draft, file, overwrite: false);
            return result;
        }
        finally
        {
            File.Delete(draft);
        }
    }

    private async Task<TenantArchiveResult> WriteAsync(TenantRow tenant, Stream stream, byte[] transferKey, CancellationToken cancellationToken)
    {
        await using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        var parts = new Dictionary<string, string>();
        var states = 0L;
        progress.Step("grains");
        parts[ArchiveFile.Grains] = await ArchiveFile.WritePartAsync(
            zip, ArchiveFile.Grains, async part => states = await GrainArchive.ExportAsync(grains, tenant.Id, part, cancellationToken));
        progress.Step("audit log and keys");
        var lines = await records.ExportAsync(tenant.Id, transferKey, cancellationToken);
        parts[ArchiveFile.Records] = await ArchiveFile.WriteLinesAsync(zip, ArchiveFile.Records, lines, cancellationToken);
        progress.Step("accounts");
        var people = await accounts.ExportAsync(tenant.Id, transferKey, cancellationToken);
        parts[ArchiveFile.Accounts] = await ArchiveFile.WriteLinesAsync(zip, ArchiveFile.Accounts, people, cancellationToken);
        var manifest = new ArchiveManifest(
            ArchiveManifest.FormatName, ArchiveManifest.Newest, tenant.Id.ToString(), tenant.Slug, clock.GetUtcNow(), parts);
        await ArchiveFile.WriteManifestAsync(zip, manifest, transferKey, cancellationToken);
        return new TenantArchiveResult(tenant.Slug, states, lines.Count, people.Count, AlreadyThere: false) { Id = tenant.Id };
    }

    /// <summary>For the owner alone: the archive holds names and password hashes in the clear.</summary>
    private static FileStreamOptions Options()
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }
}
