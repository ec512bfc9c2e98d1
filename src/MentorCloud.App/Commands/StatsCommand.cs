using System.CommandLine;
using MentorCloud.App.Backups;
using MentorCloud.App.Hosting;
using MentorCloud.App.Stats;
using MentorCloud.Storage.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.App.Commands;

/// <summary><c>stats</c>: what a data folder holds.</summary>
internal sealed class StatsCommand(IEdition edition)
    : OperatorCommand(edition, "stats", "Say what a data folder holds, while the server runs or while it is stopped. Grows with the folder.")
{
    protected override async Task<int> RunAsync(ParseResult parsed, MentorCloudOptions options, CancellationToken cancellationToken)
    {
        RequireFiles(options);
        var folder = options.DataFolder;
        string[] names = [Grains.Name, DataFiles.Views, DataFiles.Accounts];
        if (names.FirstOrDefault(name => !File.Exists(Path.Combine(folder, name))) is { } missing)
        {
            throw new OperatorException(ExitCodes.FolderUnwritable, $"{folder} holds no {missing}; it is no data folder of MentorCloud.");
        }

        Progress.Step("counting");
        await using var stores = Stores(options);
        var views = await stores.GetRequiredService<IRelationalStore>().StatsAsync(cancellationToken);
        var now = TimeProvider.System.GetUtcNow();
        var stats = new FolderStats(
            Grains.Figures(Path.Combine(folder, Grains.Name), now),
            new StoreFit(Grains, folder, folder).Run(cancellationToken).Unpublished,
            views.Rows,
            views.LatestFact,
            Accounts(Path.Combine(folder, DataFiles.Accounts), now),
            names.ToDictionary(name => name, name => BytesOf(Path.Combine(folder, name))));
        Answer(parsed, stats, StatsText.Of(stats));
        return ExitCodes.Done;
    }

    private static AccountFigures Accounts(string file, DateTimeOffset now)
    {
        using var accounts = SqliteFile.Open(file, SqliteOpenMode.ReadOnly);
        return new AccountFigures(
            SqliteFile.Number(accounts, "SELECT COUNT(*) FROM accounts WHERE closed_at IS NULL"),
            SqliteFile.Number(accounts, "SELECT COUNT(*) FROM clients WHERE revoked_at IS NULL"),
            SqliteFile.Number(accounts, FormattableString.Invariant(
                $"SELECT COUNT(*) FROM sessions WHERE revoked_at IS NULL AND expires_at > {now.ToUnixTimeMilliseconds()}")));
    }

    private static long BytesOf(string file) =>
        new[] { file, file + "-wal" }.Select(path => new FileInfo(path)).Where(info => info.Exists).Sum(info => info.Length);
}
