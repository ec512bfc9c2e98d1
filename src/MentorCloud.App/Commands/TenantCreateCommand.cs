using System.CommandLine;
using System.Globalization;
using MentorCloud.App.Hosting;
using MentorCloud.App.Tenants;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.App.Commands;

/// <summary><c>tenant create</c>: a tenant for a company, and an invitation for its first admin.</summary>
internal sealed class TenantCreateCommand
{
    private readonly CommonOptions options = new();
    private readonly Option<string> name = new("--name") { Description = "The company's name.", Required = true };
    private readonly Option<string> slug = new("--slug") { Description = "The short name in logins: 3 to 40 letters a-z, digits, hyphens.", Required = true };
    private readonly Option<string> email = new("--admin-email") { Description = "The first admin's e-mail address.", Required = true };
    private readonly Option<string?> admin = new("--admin-name") { Description = "The first admin's name. Default: the part of the address before the @." };
    private readonly Option<string> zone = new("--time-zone")
    {
        Description = "IANA time zone of the company's seat. Default: Etc/UTC", DefaultValueFactory = _ => "Etc/UTC",
    };

    private readonly IEdition edition;

    public TenantCreateCommand(IEdition edition)
    {
        this.edition = edition;
        Command = new Command("create", "Open a tenant and print an invitation link for its admin. Repeating it makes no second tenant.");
        foreach (var option in new Option[] { name, slug, email, admin, zone, options.Data, options.Url, options.MasterKey, options.Json })
        {
            Command.Add(option);
        }

        Command.SetAction((parsed, cancellationToken) => Running.GuardAsync(edition, () => RunAsync(parsed, cancellationToken)));
    }

    public Command Command { get; }

    private Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken) => Running.InHostAsync(
        ProgramHost.Worker(options.Read(parsed), edition),
        async (services, cancel) =>
        {
            var address = parsed.GetValue(email)!;
            var wanted = new OpenTenant(
                parsed.GetValue(name)!, parsed.GetValue(slug)!, parsed.GetValue(zone)!, address, parsed.GetValue(admin) ?? address.Split('@')[0]);
            var opened = await services.GetRequiredService<TenantOpening>().RunAsync(wanted, cancel);
            await Console.Out.WriteLineAsync(parsed.GetValue(options.Json) ? CommandJson.Write(opened) : Text(opened));
            return ExitCodes.Done;
        },
        cancellationToken);

    private static string Text(OpenedTenant opened)
    {
        var first = opened.Created ? $"Tenant '{opened.Slug}' ({opened.Name}) is open." : $"Tenant '{opened.Slug}' ({opened.Name}) was there already.";
        var second = opened.InvitationLink is { } link
            ? string.Create(CultureInfo.InvariantCulture, $"{opened.AdminEmail} chooses a password here, once, until {opened.InvitationEnds:yyyy-MM-dd HH:mm} UTC:\n  {link}")
            : $"{opened.AdminEmail} has a password already.";
        return $"{first}\n{second}";
    }
}
