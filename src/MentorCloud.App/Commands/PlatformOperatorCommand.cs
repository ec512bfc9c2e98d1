using System.CommandLine;
using MentorCloud.App.Hosting;
using MentorCloud.Contracts.Accounts;
using MentorCloud.Domain.Access;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.App.Commands;

/// <summary><c>operator invite</c>: an account that may open break-glass access to tenants; it sees nothing of any tenant without.</summary>
internal sealed class PlatformOperatorCommand
{
    public PlatformOperatorCommand(IEdition edition) =>
        Command = new Command("operator", "Look after those who keep the platform running.") { new Invite(edition).Command };

    public Command Command { get; }

    private sealed class Invite : OperatorCommand
    {
        private readonly Option<string> tenant = new("--tenant") { Description = "The tenant that the account is of; best one of the platform's own.", Required = true };
        private readonly Option<string> email = new("--email") { Description = "The operator's e-mail address.", Required = true };

        public Invite(IEdition edition)
            : base(edition, "invite", "Invite a platform operator; prints the invitation's link.")
        {
            Command.Add(tenant);
            Command.Add(email);
        }

        protected override async Task<int> RunAsync(ParseResult parsed, MentorCloudOptions options, CancellationToken cancellationToken)
        {
            await using var stores = Stores(options);
            var found = await stores.FindTenantAsync(parsed.GetValue(tenant)!, cancellationToken);
            var wanted = new NewAccount(parsed.GetValue(email)!, "Platform operator", Role.PlatformOperator);
            var reply = await stores.GetRequiredService<IAccounts>().InviteAsync(found.Id, Actor.System(found.Id, "operator"), wanted, cancellationToken);
            if (reply.Value is not { } invitation)
            {
                throw new OperatorException(ExitCodes.InputInvalid, reply.Refusal!.Message);
            }

            Answer(
                parsed, new { tenant = found.Slug, email = wanted.Email, invitationLink = invitation.Link, invitation.ExpiresAt },
                FormattableString.Invariant($"Open {invitation.Link} until {invitation.ExpiresAt:u} to choose a password."));
            return ExitCodes.Done;
        }
    }
}
