using System.CommandLine;
using MentorCloud.App.Hosting;
using MentorCloud.Contracts.Audit;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.App.Commands;

/// <summary><c>audit verify</c>: one tenant's chain, and the first record that does not fit.</summary>
internal sealed class AuditCommand
{
    public AuditCommand(IEdition edition) =>
        Command = new Command("audit", "Look after audit logs.") { new Verify(edition).Command };

    public Command Command { get; }

    private sealed class Verify : OperatorCommand
    {
        private readonly Option<string> tenant = new("--tenant") { Description = "The tenant's slug.", Required = true };

        public Verify(IEdition edition)
            : base(edition, "verify", "Check a tenant's audit log from its first record to its last, while the server runs or while it is stopped.") =>
            Command.Add(tenant);

        protected override async Task<int> RunAsync(ParseResult parsed, MentorCloudOptions options, CancellationToken cancellationToken)
        {
            await using var stores = Stores(options);
            var found = await stores.FindTenantAsync(parsed.GetValue(tenant)!, cancellationToken);
            var altered = await stores.GetRequiredService<IAuditLog>().FirstAlteredAsync(found.Id, cancellationToken);
            Answer(parsed, new { tenant = found.Slug, sound = altered is null, firstAltered = altered }, altered is null
                ? $"The audit log of {found.Slug} is sound."
                : $"The audit log of {found.Slug} was altered.");
            if (altered is not null)
            {
                await Console.Error.WriteLineAsync($"mentorcloud: record {altered} is the first that does not fit.");
            }

            return altered is null ? ExitCodes.Done : ExitCodes.DataCorrupt;
        }
    }
}
