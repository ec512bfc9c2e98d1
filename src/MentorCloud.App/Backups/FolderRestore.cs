using System.Text.Json;
using MentorCloud.App.Commands;
using MentorCloud.App.Hosting;

namespace MentorCloud.App.Backups;

/// <summary>Verifies a backup and, when it is sound, brings it back.</summary>
internal sealed class FolderRestore(IGrainFile grains, CommandProgress progress)
{
    /// <summary>Reads a backup whole: every checksum, every page, every grain, and whether grains and views fit.</summary>
    /// <param name="source">The backup's folder.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>Its manifest.</returns>
    /// <exception cref="OperatorException">Names the file that is missing or was altered.</exception>
    public async Task<BackupManifest> VerifyAsync(string source, CancellationToken cancellationToken)
    {
        var manifest = await ReadManifestAsync(source, cancellationToken);
        foreach (var file in manifest.Files)
        {
            progress.Step($"checking {file.Name}");
            await CheckFileAsync(source, file, cancellationToken);
        }

        progress.Step("comparing grains and views");
        var fit = await StoreFit.OfFolderAsync(grains, source, cancellationToken);
        return fit.Problems.Count == 0 ? manifest : throw Damaged($"grains and views do not fit together: {fit.Problems[0]}");
    }

    /// <summary>Verifies a backup and copies it into an empty folder.</summary>
    /// <param name="source">The backup's folder.</param>
    /// <param name="folder">The data folder to be; made when missing.</param>
    /// <param name="cancellationToken">Stops; what was written so far is deleted again.</param>
    /// <returns>The backup's manifest.</returns>
    /// <exception cref="OperatorException">The backup is not sound, or the folder is not empty.</exception>
    public async Task<BackupManifest> RestoreAsync(string source, string folder, CancellationToken cancellationToken)
    {
        Folders.RequireEmpty(folder);
        var manifest = await VerifyAsync(source, cancellationToken);
        Folders.Make(folder);
        try
        {
            foreach (var file in manifest.Files)
            {
                progress.Step($"restoring {file.Name}");
                await CopyAsync(Path.Combine(source, file.Name), Path.Combine(folder, file.Name + ".partial"), cancellationToken);
            }

            // Names of their own until all are whole, so that no server starts on a part.
            foreach (var file in manifest.Files)
            {
                File.Move(Path.Combine(folder, file.Name + ".partial"), Path.Combine(folder, file.Name));
            }

            return manifest;
        }
        catch
        {
            Folders.Clear(folder);
            throw;
        }
    }

    private async Task<BackupManifest> ReadManifestAsync(string source, CancellationToken cancellationToken)
    {
        var path = Path.Combine(source, BackupManifest.FileName);
        var sums = Path.Combine(source, BackupManifest.SumsName);
        if (!File.Exists(path) || !File.Exists(sums))
        {
            throw new OperatorException(ExitCodes.InputInvalid, $"{source} is no complete backup: {BackupManifest.FileName} or {BackupManifest.SumsName} is missing.");
        }

        var expected = $"{await SqliteFile.Sha256Async(path, cancellationToken)}  {BackupManifest.FileName}";
        if (!(await File.ReadAllLinesAsync(sums, cancellationToken)).Contains(expected))
        {
            throw Damaged($"{BackupManifest.FileName} was altered: its SHA-256 is not the one in {BackupManifest.SumsName}.");
        }

        try
        {
            var manifest = JsonSerializer.Deserialize<BackupManifest>(await File.ReadAllTextAsync(path, cancellationToken), BackupManifest.Json);
            return Checked(manifest ?? throw Damaged($"{BackupManifest.FileName} is empty."));
        }
        catch (JsonException exception)
        {
            throw Damaged($"{BackupManifest.FileName} is no manifest: {exception.Message}");
        }
    }

    private BackupManifest Checked(BackupManifest manifest)
    {
        if (manifest.Format != BackupManifest.FormatName || manifest.Version > BackupManifest.Newest)
        {
            throw new OperatorException(ExitCodes.DataTooNew, $"The backup has format {manifest.Format} {manifest.Version}; this program knows {BackupManifest.FormatName} {BackupManifest.Newest}.");
        }

        string[] wanted = [grains.Name, DataFiles.Views, DataFiles.Accounts];
        return manifest.Files.Select(file => file.Name).Order().SequenceEqual(wanted.Order())
            ? manifest
            : throw Damaged($"{BackupManifest.FileName} does not name {string.Join(", ", wanted)}.");
    }

    private async Task CheckFileAsync(string source, BackupFile file, CancellationToken cancellationToken)
    {
        var path = Path.Combine(source, file.Name);
        if (!File.Exists(path))
        {
            throw Damaged($"{file.Name} is missing.");
        }

        if (new FileInfo(path).Length is var bytes && bytes != file.Bytes)
        {
            throw Damaged($"{file.Name} was altered: it has {bytes} bytes, and the manifest says {file.Bytes}.");
        }

        if (await SqliteFile.Sha256Async(path, cancellationToken) != file.Sha256)
        {
            throw Damaged($"{file.Name} was altered: its SHA-256 is not the one in the manifest.");
        }

        var problems = file.Name == grains.Name ? grains.At(path).Verify(cancellationToken) : SqliteFile.Problems(path);
        if (problems.Count > 0)
        {
            throw Damaged(string.Join(" ", problems.Take(3)));
        }
    }

    private static async Task CopyAsync(string from, string to, CancellationToken cancellationToken)
    {
        await using var source = File.OpenRead(from);
        await using var target = new FileStream(to, FileMode.CreateNew, FileAccess.Write);
        Folders.Seal(to);
        await source.CopyToAsync(target, cancellationToken);
        target.Flush(flushToDisk: true);
    }

    private static OperatorException Damaged(string what) => new(ExitCodes.DataCorrupt, $"The backup cannot be used, and nothing was restored: {what}");
}
