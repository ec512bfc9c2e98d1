using System.CommandLine;
using MentorCloud.App.Hosting;
using MentorCloud.App.Tenants;
using MentorCloud.Contracts.Audit;
using MentorCloud.Contracts.Keys;
using MentorCloud.Domain.Tenants;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.App.Commands;

/// <summary><c>keys erase</c>: destroys a tenant's key, and with it whatever its people confided, in this folder for good.</summary>
internal sealed class EraseKeysCommand : OperatorCommand
{
    private readonly Argument<string> tenant = new("tenant") { Description = "The tenant's short name. It must be suspended." };
    private readonly Option<string> confirm = new("--confirm") { Description = "The short name again: nothing brings back what this destroys.", Required = true };

    public EraseKeysCommand(IEdition edition)
        : base(edition, "erase", "Destroy a suspended tenant's key, while the server is stopped: texts that its people confided can never be read again.")
    {
        Command.Add(tenant);
        Command.Add(confirm);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, MentorCloudOptions options, CancellationToken cancellationToken)
    {
        var slug = parsed.GetValue(tenant)!;
        if (parsed.GetValue(confirm) != slug)
        {
            throw new OperatorException(ExitCodes.InputInvalid, $"--confirm must repeat the tenant's short name '{slug}'; nothing was changed.");
        }

        await using var stores = await OpenStoresAsync(options, cancellationToken);
        var found = await stores.FindTenantAsync(slug, cancellationToken);
        if (found.Status != TenantStatus.Suspended)
        {
            throw new OperatorException(ExitCodes.InputInvalid, $"{slug} is not suspended; nothing was changed. Suspend it first: mentorcloud tenant suspend {slug}");
        }

        // In the log first: a cut-off run is repeated, and one that nobody can find in the log must not be.
        await stores.GetRequiredService<IAuditLog>().AppendAsync(
            found.Id,
            new AuditEntry(TimeProvider.System.GetUtcNow(), TenantBook.OperatorOf(found.Id).ToString(), "Tenant.KeysErased", $"Tenant/{found.Id}/{found.Id}"),
            cancellationToken);
        await stores.GetRequiredService<IKeyRing>().EraseTenantAsync(found.Id, cancellationToken);
        Answer(parsed, new { tenant = slug, erased = true }, $"The keys of {slug} are destroyed. Backups from before still hold them, wrapped by the master key: let them go, or change the master key.");
        return ExitCodes.Done;
    }
}
