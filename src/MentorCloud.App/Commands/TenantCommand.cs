using System.CommandLine;
using MentorCloud.App.Hosting;

namespace MentorCloud.App.Commands;

/// <summary><c>tenant</c>: the companies of an installation, for whoever operates it, while the server is stopped.</summary>
internal sealed class TenantCommand
{
    public TenantCommand(IEdition edition)
    {
        Command = new Command("tenant", "Open, list, suspend and resume tenants, and their logins, while the server is stopped.");
        Command.Add(new TenantCreateCommand(edition).Command);
        Command.Add(new TenantListCommand(edition).Command);
        Command.Add(TenantLifeCommand.Suspend(edition));
        Command.Add(TenantLifeCommand.Resume(edition));
        Command.Add(TenantLoginCommand.Domain(edition));
        Command.Add(TenantLoginCommand.Passwords(edition));
    }

    public Command Command { get; }
}
