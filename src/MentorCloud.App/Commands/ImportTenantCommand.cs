using System.CommandLine;
using MentorCloud.App.Hosting;
using MentorCloud.App.Rebuild;
using MentorCloud.App.Transfer;
using MentorCloud.Contracts.Directory;
using MentorCloud.Contracts.Views;
using MentorCloud.Identity.Transfer;
using MentorCloud.Storage.Keys;
using MentorCloud.Storage.Transfer;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.App.Commands;

/// <summary><c>import tenant</c>: a tenant from an archive that another installation exported.</summary>
internal sealed class ImportTenantCommand : OperatorCommand
{
    private readonly Argument<FileInfo> file = new("file") { Description = "The archive." };
    private readonly Option<FileInfo> key = new("--transfer-key") { Description = "The file of the transfer key that the archive was made with.", Required = true };

    public ImportTenantCommand(IEdition edition)
        : base(edition, "tenant", "Import a tenant that another installation exported; an archive that was altered changes nothing.")
    {
        Command.Add(file);
        Command.Add(key);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, MentorCloudOptions options, CancellationToken cancellationToken)
    {
        var path = parsed.GetValue(file)!;
        if (!path.Exists)
        {
            throw new OperatorException(ExitCodes.InputInvalid, $"{path.FullName} does not exist.");
        }

        var transferKey = KeyFiles.Read(parsed.GetValue(key)!.FullName, make: false);
        var result = await ImportAsync(options, path.FullName, transferKey, cancellationToken);
        Progress.Step("views");
        options.GrainsAtRest = true;
        await Running.InHostAsync(ProgramHost.Worker(options, Edition), async (services, cancel) =>
        {
            var rows = services.GetRequiredService<GrainProjections>().ReadAsync(result.Id, cancel);
            await services.GetRequiredService<IViewRebuild>().RebuildTenantAsync(result.Id, rows, cancel);
            return ExitCodes.Done;
        }, cancellationToken);
        Answer(parsed, result, result.AlreadyThere
            ? $"{result.Tenant} was here already, as the archive has it; nothing was changed."
            : $"Imported {result.Tenant}: {result.Grains} grains and reminders, {result.Records} records, {result.Accounts} accounts."
                + (result.PasskeysLeftOut == 0 ? string.Empty : $" {result.PasskeysLeftOut} passkeys were left out: they were made for another address (PublicUrl), and their people make new ones."));
        return ExitCodes.Done;
    }

    private async Task<TenantArchiveResult> ImportAsync(MentorCloudOptions options, string path, byte[] transferKey, CancellationToken cancellationToken)
    {
        await using var stores = await OpenStoresAsync(options, cancellationToken);
        var import = new TenantImport(
            stores.GetRequiredService<IGrainTransfer>(), stores.GetRequiredService<ITenantTransfer>(), stores.GetRequiredService<IAccountTransfer>(), stores.GetRequiredService<IViews>(), Progress);
        return await import.RunAsync(path, transferKey, cancellationToken);
    }
}
