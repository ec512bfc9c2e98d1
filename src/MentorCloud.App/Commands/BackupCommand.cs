using System.CommandLine;
using MentorCloud.App.Backups;
using MentorCloud.App.Hosting;

namespace MentorCloud.App.Commands;

/// <summary><c>backup</c>: a copy of the data folder of one moment, while the server runs or while it is stopped.</summary>
internal sealed class BackupCommand : OperatorCommand
{
    private readonly Option<DirectoryInfo> to = new("--to") { Description = "The backup's folder: empty, or made when missing.", Required = true };

    public BackupCommand(IEdition edition)
        : base(edition, "backup", "Copy the data folder as it is at one moment, while the server runs or while it is stopped. The master key is never copied.") =>
        Command.Add(to);

    protected override async Task<int> RunAsync(ParseResult parsed, MentorCloudOptions options, CancellationToken cancellationToken)
    {
        RequireFiles(options);
        var target = parsed.GetValue(to)!.FullName;
        var manifest = await new FolderBackup(Grains, TimeProvider.System, Progress).WriteAsync(options.DataFolder, target, cancellationToken);
        await Console.Error.WriteLineAsync("The master key is not in the backup. Keep a copy of it in another place: without it confided texts cannot be read.");
        Answer(parsed, manifest, FormattableString.Invariant(
            $"Backup of {manifest.Moment:yyyy-MM-dd HH:mm:ss.fff}Z in {target}: {manifest.Files.Count} files, {manifest.Files.Sum(file => file.Bytes)} bytes."));
        return ExitCodes.Done;
    }
}
