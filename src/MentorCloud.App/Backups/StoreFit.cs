using MentorCloud.App.Hosting;
using MentorCloud.Contracts.Grains;

namespace MentorCloud.App.Backups;

/// <summary>
/// Whether grains and views fit: what a grain has published and forgotten must be in the views, and the views must not
/// know of what the grain has not done. Right while a server writes to both.
/// </summary>
internal sealed class StoreFit(IGrainReading grains, IGrainPlaces places)
{
    private const int MostProblems = 100;

    /// <summary>Reads every grain's record and its position in the files of a folder.</summary>
    public static async Task<StoreFitResult> OfFolderAsync(IGrainFile grains, string folder, CancellationToken cancellationToken)
    {
        using var places = new SqliteGrainPlaces(Path.Combine(folder, DataFiles.Views));
        return await new StoreFit(grains.At(Path.Combine(folder, grains.Name)), places).RunAsync(cancellationToken);
    }

    /// <summary>Reads every grain's record and its position.</summary>
    public async Task<StoreFitResult> RunAsync(CancellationToken cancellationToken)
    {
        var names = (await places.KindsAsync(cancellationToken)).ToDictionary(name => name, StringComparer.OrdinalIgnoreCase);
        var (records, unpublished) = (0L, 0L);
        var problems = new List<string>();
        foreach (var (type, key, record) in grains.Records(string.Empty, cancellationToken))
        {
            var outbox = OutboxState.Read(record.Span);
            records++;
            if (outbox.Sequence == 0 || !GrainKey.TryGetTenant(key, out var tenant) || problems.Count == MostProblems)
            {
                continue;
            }

            var grain = $"{names.GetValueOrDefault(type, type)}/{key}";
            var (published, rows) = await places.OfAsync(tenant.ToString(), grain, cancellationToken);
            unpublished += Math.Max(published, rows) < outbox.Sequence ? 1 : 0;
            if (Math.Max(published, rows) < outbox.FirstWaiting - 1)
            {
                problems.Add($"{grain}: entries up to {outbox.FirstWaiting - 1} were published, and the views know them up to {published}.");
            }
            else if (published > outbox.Sequence && await IsAheadAsync(type, key, tenant.ToString(), grain, cancellationToken))
            {
                problems.Add($"{grain}: the views know entries up to {published}, and the grain made {outbox.Sequence}.");
            }
        }

        return new StoreFitResult(records, unpublished, problems);
    }

    /// <summary>Looks again in the other order: a server may have written between the two reads.</summary>
    private async Task<bool> IsAheadAsync(string type, string key, string tenant, string grain, CancellationToken cancellationToken)
    {
        var (published, _) = await places.OfAsync(tenant, grain, cancellationToken);
        var record = grains.Records(key, cancellationToken).First(one => one.GrainType == type && one.Key == key);
        return published > OutboxState.Read(record.Record.Span).Sequence;
    }
}
