using System.Threading.Channels;
using MentorCloud.Contracts.Accounts;
using MentorCloud.Contracts.Logins;
using MentorCloud.Domain.Access;
using MentorCloud.Identity.Accounts;
using MentorCloud.Identity.Mail;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MentorCloud.Identity.Login;

/// <summary>
/// Writes reset letters behind the answer: whether there is an account, and what it takes to write to it, cannot be seen in
/// the time of the answer. What waits when the server stops is lost; the person asks again.
/// </summary>
internal sealed class ResetLetters(
    TenantFinder tenants, IAccounts accounts, ILoginProviders providers, OneTimeTokens tokens, IAccountMail mail, ILogger<ResetLetters> logger) : BackgroundService
{
    private const int MostWaiting = 1000;
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);
    private readonly Channel<Wish> _wishes = Channel.CreateBounded<Wish>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Asks for a letter; a flood is dropped.</summary>
    public void Ask(string company, string email) => _wishes.Writer.TryWrite(new Wish(company, email, null));

    /// <summary>Ends when everything that was asked for before is written.</summary>
    internal async Task WrittenAsync()
    {
        var done = new TaskCompletionSource();
        await _wishes.Writer.WriteAsync(new Wish(string.Empty, string.Empty, done));
        await done.Task;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var wish in _wishes.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                wish.Done?.TrySetResult();
                await WriteAsync(wish, stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                logger.LogWarning(exception, "A reset letter could not be written; the person asks again.");
            }
        }
    }

    private async Task WriteAsync(Wish wish, CancellationToken cancellationToken)
    {
        if (wish.Done is not null || await tenants.FindAsync(wish.Company.Trim(), wish.Email, cancellationToken) is not { } tenant
            || await accounts.FindByEmailAsync(tenant.Id, wish.Email, cancellationToken) is not { Status: AccountStatus.Active } account)
        {
            return;
        }

        // A password would be of no use where the company's own login is enforced.
        if (await providers.FindAsync(tenant.Id, cancellationToken) is { Settings.IsEnforced: true } provider && !provider.Settings.EmergencyAccounts.Contains(account.Id))
        {
            return;
        }

        var reset = await tokens.IssueAsync(Actor.System(tenant.Id, "reset"), account, Lifetime, "Account.ResetAsked", cancellationToken);
        await mail.SendAsync(AccountLetters.Reset(reset), cancellationToken);
    }

    private sealed record Wish(string Company, string Email, TaskCompletionSource? Done);
}
