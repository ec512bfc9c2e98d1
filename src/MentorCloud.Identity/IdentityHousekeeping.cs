using System.Data.Common;
using MentorCloud.Identity.Keys;
using MentorCloud.Identity.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MentorCloud.Identity;

/// <summary>Opens the accounts at start, so that a fault ends the start and not the first login; from then on rotates keys and forgets expired wishes of programs, hourly, and forgets what else has expired, daily.</summary>
internal sealed class IdentityHousekeeping(
    AccountsStore store, SigningKeys keys, TimeProvider time, ILogger<IdentityHousekeeping> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);
    private static readonly TimeSpan ForgetEvery = TimeSpan.FromDays(1);
    private static readonly TimeSpan KeptAfterEnd = TimeSpan.FromDays(30);

    private DateTimeOffset nextForgetting;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            await keys.PublishedAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is DbException or DbUpdateException)
        {
            throw store.Explain(exception);
        }

        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // A timer that is disposed of ends its waiting without an exception: a host that fails to start must not log ours too.
        using var timer = new PeriodicTimer(Every, time);
        using var stop = stoppingToken.Register(timer.Dispose);
        while (await timer.WaitForNextTickAsync(CancellationToken.None))
        {
            try
            {
                await keys.PublishedAsync(stoppingToken);
                await ForgetWishesAsync(stoppingToken);
                await ForgetDailyAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                // A locked database at this hour is no reason to stop serving; the next hour tries again.
                logger.LogWarning(exception, "Housekeeping of the accounts failed; it is tried again in an hour.");
            }
        }
    }

    private async Task ForgetDailyAsync(CancellationToken cancellationToken)
    {
        if (time.GetUtcNow() < nextForgetting)
        {
            return;
        }

        await ForgetAsync(cancellationToken);
        nextForgetting = time.GetUtcNow() + ForgetEvery;
    }

    /// <summary>Deletes programs' wishes once they have expired: anybody can leave them, and nobody asks for them again.</summary>
    internal async Task ForgetWishesAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var context = await store.OpenAsync(AccountsScope.ExpiredBefore(now), cancellationToken);
        await context.PushedRequests.Where(row => row.ExpiresAt < now).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>Deletes sessions and tokens that ended a month ago.</summary>
    internal async Task ForgetAsync(CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow() - KeptAfterEnd;
        await using var context = await store.OpenAsync(AccountsScope.ExpiredBefore(before), cancellationToken);
        await context.Sessions.Where(row => row.ExpiresAt < before).ExecuteDeleteAsync(cancellationToken);
        await context.GrantSecrets.Where(row => row.ExpiresAt < before).ExecuteDeleteAsync(cancellationToken);
        await context.Grants.Where(row => row.EndsAt < before).ExecuteDeleteAsync(cancellationToken);
        await context.SpentTokens.Where(row => row.ExpiresAt < before).ExecuteDeleteAsync(cancellationToken);
        await context.Commands.Where(row => row.DoneAt < before).ExecuteDeleteAsync(cancellationToken);
        await context.OneTimeTokens.Where(row => row.ExpiresAt < before).ExecuteDeleteAsync(cancellationToken);
    }
}
