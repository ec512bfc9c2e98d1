using System.CommandLine;
using MentorCloud.App.Audit;
using MentorCloud.App.Hosting;
using MentorCloud.Contracts.Audit;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.App.Commands;

/// <summary><c>audit verify</c>: one tenant's chain, and the first record that does not fit. <c>audit export</c>: the log as JSON Lines.</summary>
internal sealed class AuditCommand
{
    public AuditCommand(IEdition edition) =>
        Command = new Command("audit", "Look after audit logs.") { new Verify(edition).Command, new Export(edition).Command };

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

    private sealed class Export : OperatorCommand
    {
        private readonly Option<string> tenant = new("--tenant") { Description = "The tenant's slug.", Required = true };
        private readonly Option<FileInfo> to = new("--to") { Description = "The file to write; it must not exist yet.", Required = true };

        public Export(IEdition edition)
            : base(edition, "export", "Write a tenant's audit log as JSON Lines, while the server runs or while it is stopped.")
        {
            Command.Add(tenant);
            Command.Add(to);
        }

        protected override async Task<int> RunAsync(ParseResult parsed, MentorCloudOptions options, CancellationToken cancellationToken)
        {
            await using var stores = Stores(options);
            var found = await stores.FindTenantAsync(parsed.GetValue(tenant)!, cancellationToken);
            var file = parsed.GetValue(to)!;
            if (file.Exists)
            {
                throw new OperatorException(ExitCodes.InputInvalid, $"{file.FullName} exists already; name another file.");
            }

            var log = stores.GetRequiredService<IAuditLog>();
            var written = await WholeFile.WriteAsync(file.FullName, lines => AuditLines.WriteAsync(log, found.Id, lines, cancellationToken));
            Answer(parsed, new { tenant = found.Slug, records = written }, FormattableString.Invariant($"{written} records of {found.Slug} in {file.FullName}."));
            return ExitCodes.Done;
        }
    }
}
