using System.CommandLine;
using MentorCloud.App.Backups;
using MentorCloud.App.Hosting;
using MentorCloud.App.Stats;
using MentorCloud.Storage.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.App.Commands;

/// <summary><c>stats</c>: what a data folder holds.</summary>
internal sealed class StatsCommand(IEdition edition)
    : OperatorCommand(edition, "stats", "Say what is stored, while the server runs or while it is stopped. Grows with what there is.")
{
    protected override async Task<int> RunAsync(ParseResult parsed, MentorCloudOptions options, CancellationToken cancellationToken)
    {
        var folder = options.DataFolder;
        var grains = GrainsOf(options);
        string[] names = [
            .. Edition.GrainDatabase(options) is null ? [Grains.Name] : Array.Empty<string>(),
            .. options.PostgreSql is null ? [DataFiles.Views, DataFiles.Accounts] : Array.Empty<string>()];
        if (names.FirstOrDefault(name => !File.Exists(Path.Combine(folder, name))) is { } missing)
        {
            throw new OperatorException(ExitCodes.FolderUnwritable, $"{folder} holds no {missing}; it is no data folder of MentorCloud.");
        }

        Progress.Step("counting");
        await using var stores = Stores(options);
        var relational = stores.GetRequiredService<IRelationalStore>();
        var views = await relational.StatsAsync(cancellationToken);
        using IGrainPlaces places = options.PostgreSql is null
            ? new SqliteGrainPlaces(Path.Combine(folder, DataFiles.Views)) : new StoredGrainPlaces(relational);
        var now = TimeProvider.System.GetUtcNow();
        var bytes = names.ToDictionary(name => name, name => BytesOf(Path.Combine(folder, name)));
        if (options.PostgreSql is not null)
        {
            bytes["PostgreSQL"] = views.Bytes;
        }

        var stats = new FolderStats(
            grains.Figures(now),
            (await new StoreFit(grains, places).RunAsync(cancellationToken)).Unpublished,
            views.Rows,
            views.LatestFact,
            await AccountCount.OfAsync(options, now, cancellationToken),
            bytes);
        Answer(parsed, stats, StatsText.Of(stats));
        return ExitCodes.Done;
    }

    private static long BytesOf(string file) =>
        new[] { file, file + "-wal" }.Select(path => new FileInfo(path)).Where(info => info.Exists).Sum(info => info.Length);
}
