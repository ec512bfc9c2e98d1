using System.CommandLine;
using MentorCloud.App.Backups;
using MentorCloud.App.Hosting;
using MentorCloud.Contracts.Audit;
using MentorCloud.Storage.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.App.Commands;

/// <summary><c>verify</c>: every page, every checksum, every tenant's audit log, and whether grains and views fit.</summary>
internal sealed class VerifyCommand(IEdition edition)
    : OperatorCommand(edition, "verify", "Read a data folder whole and test it, while the server runs or while it is stopped. Changes nothing.")
{
    protected override async Task<int> RunAsync(ParseResult parsed, MentorCloudOptions options, CancellationToken cancellationToken)
    {
        RequireFiles(options);
        string[] names = [Grains.Name, DataFiles.Views, DataFiles.Accounts];
        var problems = names.Where(name => !File.Exists(Path.Combine(options.DataFolder, name))).Select(name => $"{name} is missing.").ToList();
        var (records, tenants) = (0L, 0);
        if (problems.Count == 0)
        {
            problems.AddRange(Files(options.DataFolder, cancellationToken));
        }

        if (problems.Count == 0)
        {
            Progress.Step("comparing grains and views");
            var fit = new StoreFit(Grains, options.DataFolder, options.DataFolder).Run(cancellationToken);
            records = fit.Records;
            problems.AddRange(fit.Problems);
            tenants = await ChainsAsync(options, problems, cancellationToken);
        }

        Answer(parsed, new { sound = problems.Count == 0, records, auditLogs = tenants, problems }, problems.Count == 0
            ? FormattableString.Invariant($"Sound: {records} grain records, {tenants} audit logs.")
            : $"Damaged: {problems.Count} problems.");
        foreach (var problem in problems)
        {
            await Console.Error.WriteLineAsync($"mentorcloud: {problem}");
        }

        return problems.Count == 0 ? ExitCodes.Done : ExitCodes.DataCorrupt;
    }

    private List<string> Files(string folder, CancellationToken cancellationToken)
    {
        foreach (var name in new[] { Grains.Name, DataFiles.Views, DataFiles.Accounts })
        {
            SqliteFile.RequireReadable(Path.Combine(folder, name));
        }

        Progress.Step($"checking {Grains.Name}");
        var problems = Grains.Verify(Path.Combine(folder, Grains.Name), cancellationToken).Select(problem => $"{Grains.Name}: {problem}").ToList();
        foreach (var name in new[] { DataFiles.Views, DataFiles.Accounts })
        {
            cancellationToken.ThrowIfCancellationRequested();
            Progress.Step($"checking {name}");
            problems.AddRange(SqliteFile.Problems(Path.Combine(folder, name)));
        }

        return problems;
    }

    private async Task<int> ChainsAsync(MentorCloudOptions options, List<string> problems, CancellationToken cancellationToken)
    {
        Progress.Step("checking audit logs");
        await using var stores = Stores(options);
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
}
