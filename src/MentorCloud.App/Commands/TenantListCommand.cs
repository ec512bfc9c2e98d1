using System.CommandLine;
using System.Globalization;
using MentorCloud.App.Hosting;
using MentorCloud.App.Tenants;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.App.Commands;

/// <summary><c>tenant list</c>: every tenant, ordered by its short name.</summary>
internal sealed class TenantListCommand
{
    private readonly CommonOptions options = new();

    public TenantListCommand(IEdition edition)
    {
        Command = new Command("list", "List the tenants of the data folder.");
        Command.Add(options.Data);
        Command.Add(options.MasterKey);
        Command.Add(options.Json);
        Command.SetAction((parsed, cancellationToken) => Running.GuardAsync(edition, () => Running.InHostAsync(
            ProgramHost.Worker(options.Read(parsed), edition),
            (services, cancel) => ListAsync(services, parsed.GetValue(options.Json), cancel),
            cancellationToken)));
    }

    public Command Command { get; }

    private static async Task<int> ListAsync(IServiceProvider services, bool json, CancellationToken cancellationToken)
    {
        var tenants = new List<ListedTenant>();
        await foreach (var tenant in services.GetRequiredService<TenantBook>().AllAsync(cancellationToken))
        {
            tenants.Add(ListedTenant.Of(tenant));
        }

        tenants.Sort((one, other) => string.CompareOrdinal(one.Slug, other.Slug));
        await Console.Out.WriteLineAsync(json ? CommandJson.Write(tenants) : Text(tenants));
        return ExitCodes.Done;
    }

    private static string Text(List<ListedTenant> tenants) => tenants.Count == 0
        ? "There is no tenant in this data folder."
        : string.Join('\n', tenants.Select(tenant => string.Create(
            CultureInfo.InvariantCulture,
            $"{tenant.Slug,-24} {tenant.Status.ToString().ToLowerInvariant(),-10} {tenant.CreatedAt:yyyy-MM-dd}  {tenant.Name}")));
}
