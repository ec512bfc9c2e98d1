using MentorCloud.Contracts.Views;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.People;
using MentorCloud.Identity.Scim.Users;
using MentorCloud.Identity.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MentorCloud.Identity.Scim.Leaving;

/// <summary>
/// Comes back each minute to what could not be done for people when the directory asked; and every ten minutes to users whose
/// participant was not known yet: their roster may have come meanwhile.
/// </summary>
internal sealed class PersonFollowUp(AccountsStore store, PersonFollow follow, IViews views, TimeProvider time, ILogger<PersonFollowUp> logger) : BackgroundService
{
    private const int AtOnce = 500;
    private const int TurnsBetweenMeetings = 10;
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // A timer that is disposed of ends its waiting without an exception, as in IdentityHousekeeping.
        using var timer = new PeriodicTimer(Every, time);
        using var stop = stoppingToken.Register(timer.Dispose);
        for (var turn = 1; await timer.WaitForNextTickAsync(CancellationToken.None); turn++)
        {
            try
            {
                await FinishAsync(stoppingToken);
                if (turn % TurnsBetweenMeetings == 0)
                {
                    await MeetAsync(stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                logger.LogWarning(exception, "What the directory asked for could not be done; it is tried again in a minute.");
            }
        }
    }

    /// <summary>Does what is left to be done, of every tenant.</summary>
    internal async Task FinishAsync(CancellationToken cancellationToken)
    {
        await using var context = await store.OpenAsync(cancellationToken);
        var left = await context.DirectoryUsers.AsNoTracking().Where(row => row.Work > DirectoryWork.None)
            .OrderBy(row => row.Tenant).ThenBy(row => row.Account).Select(row => new { row.Tenant, row.Account }).ToListAsync(cancellationToken);
        foreach (var row in left)
        {
            await follow.DoAsync(EntityId.Parse<TenantId>(row.Tenant), row.Account, cancellationToken);
        }
    }

    /// <summary>Looks for the participants of users who have none, some at a time.</summary>
    internal async Task MeetAsync(CancellationToken cancellationToken)
    {
        await using var context = await store.OpenAsync(cancellationToken);
        var untied = await (
            from entry in context.DirectoryUsers.AsNoTracking()
            join account in context.Accounts.AsNoTracking() on new { entry.Tenant, Id = entry.Account } equals new { account.Tenant, account.Id }
            where account.Participant == null && account.ClosedAt == null && entry.DeletedAt == null
            select new UserRow { Account = account, Entry = entry }).ToListAsync(cancellationToken);
        foreach (var some in untied.GroupBy(row => row.Account.Tenant).SelectMany(rows => rows.Chunk(AtOnce)))
        {
            await MeetAsync(EntityId.Parse<TenantId>(some[0].Account.Tenant), some, cancellationToken);
        }
    }

    private async Task MeetAsync(TenantId tenant, UserRow[] users, CancellationToken cancellationToken)
    {
        var ids = users.SelectMany(row => UserValues.PersonIds(UserDocument.Of(row)), (row, id) => (row.Account.Id, Person: ParticipantDecisions.IdOf(tenant, id))).ToList();
        var known = await views.ParticipantsByIdAsync(tenant, [.. ids.Select(each => each.Person).Distinct()], cancellationToken);
        foreach (var account in ids.Where(each => known.ContainsKey(each.Person)).Select(each => each.Id).Distinct())
        {
            await using (var context = await store.OpenAsync(cancellationToken))
            {
                await context.DirectoryUsers.Where(row => row.Tenant == tenant.ToString() && row.Account == account && row.Work == DirectoryWork.None)
                    .ExecuteUpdateAsync(set => set.SetProperty(row => row.Work, DirectoryWork.Meet), cancellationToken);
            }

            await follow.DoAsync(tenant, account, cancellationToken);
        }
    }
}
