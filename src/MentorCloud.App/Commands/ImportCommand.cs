using System.CommandLine;
using MentorCloud.App.Hosting;
using MentorCloud.App.Imports;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Gateway.Ids;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.App.Commands;

/// <summary><c>import roster</c>: a roster of any size into a tenant, from a file.</summary>
internal sealed class ImportCommand
{
    private readonly CommonOptions options = new();
    private readonly Argument<FileInfo> file = new("file") { Description = "The roster, CSV." };
    private readonly Option<string> tenant = new("--tenant") { Description = "The tenant's slug.", Required = true };
    private readonly Option<string?> cohort = new("--cohort") { Description = "The global id of a cohort to enrol everybody into, as GraphQL shows it." };
    private readonly Option<bool> skipInvalid = new("--skip-invalid") { Description = "Import the rows that are right although others are wrong." };
    private readonly IEdition edition;

    public ImportCommand(IEdition edition)
    {
        this.edition = edition;
        var roster = new Command("roster", "Import people; nothing is imported of a file with errors unless --skip-invalid.");
        roster.Add(file);
        roster.Add(tenant);
        roster.Add(cohort);
        roster.Add(skipInvalid);
        roster.Add(options.Data);
        roster.Add(options.MasterKey);
        roster.SetAction((parsed, cancellationToken) => Running.GuardAsync(edition, () => RunAsync(parsed, cancellationToken)));
        Command = new Command("import", "Import files while the server is stopped; a running server takes them over HTTP.");
        Command.Add(roster);
        Command.Add(new ImportTenantCommand(edition).Command);
    }

    public Command Command { get; }

    private Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var path = parsed.GetValue(file)!;
        if (!path.Exists)
        {
            Console.Error.WriteLine($"mentorcloud: {path.FullName} does not exist.");
            return Task.FromResult(ExitCodes.InputInvalid);
        }

        return Running.InHostAsync(
            ProgramHost.Worker(options.Read(parsed), edition), (services, cancel) => ImportAsync(services, parsed, path, cancel), cancellationToken);
    }

    private async Task<int> ImportAsync(IServiceProvider services, ParseResult parsed, FileInfo path, CancellationToken cancellationToken)
    {
        var found = await services.FindTenantAsync(parsed.GetValue(tenant)!, cancellationToken);
        CohortId? enrolIn = null;
        if (parsed.GetValue(cohort) is { } globalId)
        {
            if (!GlobalId.TryRead<CohortId>(globalId, "Cohort", out var read))
            {
                await Console.Error.WriteLineAsync($"mentorcloud: --cohort '{globalId}' is no cohort's global id.");
                return ExitCodes.Usage;
            }

            enrolIn = read;
        }

        await using var source = ImportSource.Open(path.FullName);
        var id = EntityId.Derive<CommandId>(found.Id.Value, "import", path.FullName, path.LastWriteTimeUtc.Ticks.ToString(System.Globalization.CultureInfo.InvariantCulture));
        var actor = Actor.User(found.Id, EntityId.Derive<AccountId>(found.Id.Value, "operator"), Role.TenantAdmin);
        var command = new ImportRosterCommand(found.Id, actor, id, source)
        {
            SkipInvalid = parsed.GetValue(skipInvalid),
            Cohort = enrolIn,
        };
        var report = await services.GetRequiredService<RosterImport>().RunAsync(command, new Demo.DemoProgress(Console.Error), cancellationToken);
        return await PrintAsync(report);
    }

    private static async Task<int> PrintAsync(ImportReport report)
    {
        foreach (var error in report.Errors)
        {
            await Console.Error.WriteLineAsync(error.ToString());
        }

        await Console.Out.WriteLineAsync(
            $"read {report.Read}, imported {report.Imported}, unchanged {report.Unchanged}, skipped {report.Skipped}, errors {report.ErrorCount}, warnings {report.WarningCount}");
        return report.Refusal is null ? ExitCodes.Done : ExitCodes.InputInvalid;
    }
}
