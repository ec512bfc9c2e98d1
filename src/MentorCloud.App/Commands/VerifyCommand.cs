using System.CommandLine;
using MentorCloud.App.Backups;
using MentorCloud.App.Hosting;
using MentorCloud.Contracts.Audit;
using MentorCloud.Storage.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.App.Commands;

/// <summary><c>verify</c>: every page, every checksum, every tenant's audit log, and whether grains and views fit.</summary>
internal sealed class VerifyCommand(IEdition edition)
    : OperatorCommand(edition, "verify", "Read everything that is stored and test it, while the server runs or while it is stopped. Changes nothing.")
{
    protected override async Task<int> RunAsync(ParseResult parsed, MentorCloudOptions options, CancellationToken cancellationToken)
    {
        var (records, tenants, problems) = options.PostgreSql is null
            ? await InFolderAsync(options, cancellationToken)
            : await InDatabaseAsync(options, cancellationToken);
        Answer(parsed, new { sound = problems.Count == 0, records, auditLogs = tenants, problems }, problems.Count == 0
            ? FormattableString.Invariant($"Sound: {records} grain records, {tenants} audit logs.")
            : $"Damaged: {problems.Count} problems.");
        foreach (var problem in problems)
        {
            await Console.Error.WriteLineAsync($"mentorcloud: {problem}");
        }

        return problems.Count == 0 ? ExitCodes.Done : ExitCodes.DataCorrupt;
    }

    private async Task<Found> InFolderAsync(MentorCloudOptions options, CancellationToken cancellationToken)
    {
        string[] names = [Grains.Name, DataFiles.Views, DataFiles.Accounts];
        var problems = names.Where(name => !File.Exists(Path.Combine(options.DataFolder, name))).Select(name => $"{name} is missing.").ToList();
        if (problems.Count == 0)
        {
            problems.AddRange(Files(options.DataFolder, cancellationToken));
        }

        if (problems.Count > 0)
        {
            return new Found(0, 0, problems);
        }

        using var places = new SqliteGrainPlaces(Path.Combine(options.DataFolder, DataFiles.Views));
        await using var stores = Stores(options);
        return await CompareAsync(stores, GrainsOf(options), places, cancellationToken);
    }

    /// <summary>What the server itself checks, its pages and indexes, is not looked at.</summary>
    private async Task<Found> InDatabaseAsync(MentorCloudOptions options, CancellationToken cancellationToken)
    {
        Progress.Step("checking grains");
        var grains = GrainsOf(options);
        var problems = grains.Verify(cancellationToken).Select(problem => $"grains: {problem}").ToList();
        if (problems.Count > 0)
        {
            return new Found(0, 0, problems);
        }

        await using var stores = Stores(options);
        using var places = new StoredGrainPlaces(stores.GetRequiredService<IRelationalStore>());
        return await CompareAsync(stores, grains, places, cancellationToken);
    }

    private async Task<Found> CompareAsync(ServiceProvider stores, IGrainReading grains, IGrainPlaces places, CancellationToken cancellationToken)
    {
        Progress.Step("comparing grains and views");
        var fit = await new StoreFit(grains, places).RunAsync(cancellationToken);
        List<string> problems = [.. fit.Problems];
        var tenants = await ChainsAsync(stores, problems, cancellationToken);
        return new Found(fit.Records, tenants, problems);
    }

    private List<string> Files(string folder, CancellationToken cancellationToken)
    {
        foreach (var name in new[] { Grains.Name, DataFiles.Views, DataFiles.Accounts })
        {
            SqliteFile.RequireReadable(Path.Combine(folder, name));
        }

        Progress.Step($"checking {Grains.Name}");
        var problems = Grains.At(Path.Combine(folder, Grains.Name)).Verify(cancellationToken).Select(problem => $"{Grains.Name}: {problem}").ToList();
        foreach (var name in new[] { DataFiles.Views, DataFiles.Accounts })
        {
            cancellationToken.ThrowIfCancellationRequested();
            Progress.Step($"checking {name}");
            problems.AddRange(SqliteFile.Problems(Path.Combine(folder, name)));
        }

        return problems;
    }

    private async Task<int> ChainsAsync(ServiceProvider stores, List<string> problems, CancellationToken cancellationToken)
    {
        Progress.Step("checking audit logs");
        var log = stores.GetRequiredService<IAuditLog>();
        var tenants = await stores.GetRequiredService<IRelationalStore>().AuditedTenantsAsync(cancellationToken);
        foreach (var tenant in tenants)
        {
            if (await log.FirstAlteredAsync(tenant, cancellationToken) is { } altered)
            {
                problems.Add($"The audit log of tenant {tenant} was altered: record {altered} is the first that does not fit.");
            }
        }

        return tenants.Count;
    }

    private sealed record Found(long Records, int Tenants, List<string> Problems);
}
