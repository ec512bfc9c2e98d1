using System.Reflection;
using System.Text.Json;
using MentorCloud.App.Commands;
using MentorCloud.App.Hosting;

namespace MentorCloud.App.Backups;

/// <summary>Copies a data folder as it is at one moment, while a server may be writing to it.</summary>
internal sealed class FolderBackup(IGrainFile grains, TimeProvider clock, CommandProgress progress)
{
    /// <summary>Writes the copy.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="target">Made when missing; must be empty, and outside the data folder.</param>
    /// <param name="cancellationToken">Stops; what was written so far is deleted again.</param>
    /// <returns>The manifest, as it lies in the target.</returns>
    /// <exception cref="OperatorException">The folder is none, the target is not empty, the disk is full, or the copy is not sound.</exception>
    public async Task<BackupManifest> WriteAsync(string folder, string target, CancellationToken cancellationToken)
    {
        Folders.RequireEmpty(target);
        if (Folders.IsInside(target, folder))
        {
            throw new OperatorException(ExitCodes.Usage, $"{target} lies inside the data folder; name a folder outside.");
        }

        Folders.Make(target);
        try
        {
            return await CopyAsync(folder, target, cancellationToken);
        }
        catch
        {
            Folders.Clear(target);
            throw;
        }
    }

    private async Task<BackupManifest> CopyAsync(string folder, string target, CancellationToken cancellationToken)
    {
        using var cut = FolderCut.Take(folder, grains.Name, clock);
        var files = new List<BackupFile>();
        foreach (var name in cut.Names)
        {
            files.Add(await CopyFileAsync(cut, name, Path.Combine(target, name), cancellationToken));
        }

        var fit = await StoreFit.OfFolderAsync(grains, target, cancellationToken);
        if (fit.Problems.Count > 0)
        {
            throw new OperatorException(ExitCodes.DataCorrupt, $"Grains and views do not fit together: {string.Join(" ", fit.Problems.Take(3))}");
        }

        var program = Assembly.GetEntryAssembly()?.GetName().Version?.ToString() ?? "unknown";
        var manifest = new BackupManifest(
            BackupManifest.FormatName, BackupManifest.Newest, program, cut.At, cut.Held.TotalMilliseconds,
            cut.Number(DataFiles.Views, "SELECT MAX(position) FROM facts"), fit.Unpublished, files);
        await WriteManifestAsync(manifest, target, cancellationToken);
        return manifest;
    }

    private async Task<BackupFile> CopyFileAsync(FolderCut cut, string name, string copy, CancellationToken cancellationToken)
    {
        cut.Copy(name, copy, share => progress.Share($"copying {name}", share), cancellationToken);
        Folders.Seal(copy);
        progress.Step($"checking {name}");
        var problems = name == grains.Name ? grains.At(copy).Verify(cancellationToken) : SqliteFile.Problems(copy);
        if (problems.Count > 0)
        {
            throw new OperatorException(ExitCodes.DataCorrupt, $"{name} is damaged, so no backup was made: {string.Join(" ", problems.Take(3))}");
        }

        var schema = cut.Number(name, SchemaQuery(name));
        return new BackupFile(name, new FileInfo(copy).Length, await SqliteFile.Sha256Async(copy, cancellationToken), schema, cut.At);
    }

    private static string SchemaQuery(string name) => name switch
    {
        DataFiles.Views => "SELECT MAX(number) FROM schema_steps",
        DataFiles.Accounts => "SELECT MAX(version) FROM schema_version",
        _ => "PRAGMA user_version",
    };

    private static async Task WriteManifestAsync(BackupManifest manifest, string target, CancellationToken cancellationToken)
    {
        var draft = Path.Combine(target, BackupManifest.FileName);
        await File.WriteAllTextAsync(draft, JsonSerializer.Serialize(manifest, BackupManifest.Json) + "\n", cancellationToken);
        Folders.Seal(draft);
        SqliteFile.Flush(draft);

        // The form that sha256sum -c reads.
        var sums = manifest.Files.Select(file => $"{file.Sha256}  {file.Name}")
            .Append($"{await SqliteFile.Sha256Async(draft, cancellationToken)}  {BackupManifest.FileName}");
        var list = Path.Combine(target, BackupManifest.SumsName);
        await File.WriteAllTextAsync(list, string.Join('\n', sums) + "\n", cancellationToken);
        Folders.Seal(list);
        SqliteFile.Flush(list);
    }
}
