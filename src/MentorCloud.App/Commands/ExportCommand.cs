using System.CommandLine;
using MentorCloud.App.Hosting;
using MentorCloud.App.Transfer;
using MentorCloud.Contracts.Directory;
using MentorCloud.Identity.Transfer;
using MentorCloud.Storage.Keys;
using MentorCloud.Storage.Transfer;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.App.Commands;

/// <summary><c>export</c>: a tenant as an archive that another installation can import.</summary>
internal sealed class ExportCommand : OperatorCommand
{
    private readonly Option<string> tenant = new("--tenant") { Description = "The tenant's slug.", Required = true };
    private readonly Option<FileInfo> to = new("--to") { Description = "The archive; must not exist.", Required = true };
    private readonly Option<FileInfo> key = new("--transfer-key") { Description = "The file of the transfer key, made when missing. Send it by another way than the archive.", Required = true };

    public ExportCommand(IEdition edition)
        : base(edition, "export", "Write everything of a tenant into an archive, while the server is stopped. Suspended tenants too.")
    {
        Command.Add(tenant);
        Command.Add(to);
        Command.Add(key);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, MentorCloudOptions options, CancellationToken cancellationToken)
    {
        var file = parsed.GetValue(to)!.FullName;
        if (File.Exists(file))
        {
            throw new OperatorException(ExitCodes.FolderUnwritable, $"{file} exists already; name another file.");
        }

        await using var stores = await OpenStoresAsync(options, cancellationToken);
        var found = await stores.FindTenantAsync(parsed.GetValue(tenant)!, cancellationToken);
        var transferKey = KeyFiles.Read(parsed.GetValue(key)!.FullName, make: true);
        var export = new TenantExport(
            stores.GetRequiredService<IGrainTransfer>(), stores.GetRequiredService<ITenantTransfer>(), stores.GetRequiredService<IAccountTransfer>(), TimeProvider.System, Progress);
        var result = await export.WriteAsync(found, file, transferKey, cancellationToken);
        Answer(parsed, result, $"Exported {result.Tenant} into {file}: {result.Grains} grains and reminders, {result.Records} records, {result.Accounts} accounts.");
        return ExitCodes.Done;
    }
}
