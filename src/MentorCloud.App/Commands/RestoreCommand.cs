using System.CommandLine;
using MentorCloud.App.Backups;
using MentorCloud.App.Hosting;

namespace MentorCloud.App.Commands;

/// <summary><c>restore</c>: verifies a backup and puts it into an empty data folder.</summary>
internal sealed class RestoreCommand : OperatorCommand
{
    private readonly Option<DirectoryInfo> from = new("--from") { Description = "The backup's folder.", Required = true };

    public RestoreCommand(IEdition edition)
        : base(edition, "restore", "Verify a backup and put it into an empty data folder.") =>
        Command.Add(from);

    protected override async Task<int> RunAsync(ParseResult parsed, MentorCloudOptions options, CancellationToken cancellationToken)
    {
        RequireFiles(options);
        var manifest = await new FolderRestore(Grains, Progress).RestoreAsync(parsed.GetValue(from)!.FullName, options.DataFolder, cancellationToken);
        Answer(parsed, manifest, FormattableString.Invariant(
            $"Restored the backup of {manifest.Moment:yyyy-MM-dd HH:mm:ss.fff}Z into {options.DataFolder}. Start with --master-key naming the key that belongs to it."));
        return ExitCodes.Done;
    }
}
