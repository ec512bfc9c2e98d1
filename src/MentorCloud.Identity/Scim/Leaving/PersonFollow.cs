using System.Globalization;
using MentorCloud.Contracts.People;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.People;
using MentorCloud.Domain.Refusals;
using MentorCloud.Identity.Scim.Groups;
using MentorCloud.Identity.Scim.Users;
using MentorCloud.Identity.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace MentorCloud.Identity.Scim.Leaving;

/// <summary>
/// Does what a change of a user leaves to be done for the person: finds out which participant they are, reports that they left
/// or are back. The change wrote it down with itself, so a crash in between forgets nothing, and each step may be repeated.
/// </summary>
internal sealed class PersonFollow(AccountsStore store, IPersonnel people, DirectoryRoles roles, DirectoryTrail trail, ILogger<PersonFollow> logger) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1);

    /// <summary>Does it for one user; what cannot be done now (the tenant was suspended meanwhile, pairings are still being ended) stays to be done.</summary>
    public async Task DoAsync(TenantId tenant, string account, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            while (await OnceAsync(tenant, account, cancellationToken))
            {
                // Something else was asked for meanwhile: that holds.
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The account is what the directory said; the rest is written down, and done when the store of the grains is back.
            logger.LogWarning(exception, "What the directory asked for could not be done; it is tried again in a minute.");
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    /// <summary>Whether it has to be done again.</summary>
    private async Task<bool> OnceAsync(TenantId tenant, string account, CancellationToken cancellationToken)
    {
        await using var context = await store.OpenAsync(cancellationToken);
        var (key, work) = (tenant.ToString(), DirectoryWork.None);
        var entry = await context.DirectoryUsers.AsNoTracking().FirstOrDefaultAsync(row => row.Tenant == key && row.Account == account, cancellationToken);
        var row = await context.Accounts.AsNoTracking().FirstOrDefaultAsync(each => each.Tenant == key && each.Id == account, cancellationToken);
        if (entry is null or { Work: DirectoryWork.None } || row is null)
        {
            return false;
        }

        work = entry.Work;
        var person = await MeetAsync(tenant, row, entry, cancellationToken);
        var refusal = person is { } known ? await TellAsync(tenant, known, entry, work) : null;
        if (refusal is { Code: ErrorCodes.TenantSuspended or ErrorCodes.ParticipantStillPaired })
        {
            return false;
        }

        return !await FinishAsync(entry, cancellationToken);
    }

    private async Task<Refusal?> TellAsync(TenantId tenant, ParticipantId person, DirectoryUserRecord entry, DirectoryWork work)
    {
        var command = EntityId.Derive<CommandId>(tenant.Value, "directory", entry.Account, entry.Turn.ToString(CultureInfo.InvariantCulture));
        return work switch
        {
            DirectoryWork.Leave => await people.DepartAsync(tenant, person, command),
            DirectoryWork.Return => await people.ReturnAsync(tenant, person, command),
            _ => null,
        };
    }

    /// <summary>The participant that the user is: the one that the account is tied to; else the one with their number or id, if no other account is theirs.</summary>
    private async Task<ParticipantId?> MeetAsync(TenantId tenant, AccountRecord account, DirectoryUserRecord entry, CancellationToken cancellationToken)
    {
        if (EntityId.TryParse<ParticipantId>(account.Participant, out var tied))
        {
            return tied;
        }

        foreach (var id in UserValues.PersonIds(UserDocument.Of(new UserRow { Account = account, Entry = entry })))
        {
            var person = ParticipantDecisions.IdOf(tenant, id);
            if (await people.KindAsync(tenant, person) is { } kind)
            {
                return await TieAsync(tenant, account, person, kind == ParticipantKind.Mentor ? Role.Mentor : Role.Mentee, cancellationToken) ? person : null;
            }
        }

        return null;
    }

    private async Task<bool> TieAsync(TenantId tenant, AccountRecord account, ParticipantId person, Role side, CancellationToken cancellationToken)
    {
        var (key, text) = (tenant.ToString(), person.ToString());
        var given = await store.ChangeAsync(async context =>
        {
            var isAnothers = await context.Accounts.AnyAsync(row => row.Tenant == key && row.Participant == text && row.Id != account.Id && row.ClosedAt == null, cancellationToken);
            var row = await context.Accounts.FirstAsync(each => each.Tenant == key && each.Id == account.Id, cancellationToken);
            var entry = await context.DirectoryUsers.FirstOrDefaultAsync(each => each.Tenant == key && each.Account == account.Id, cancellationToken);
            if (isAnothers || row.Participant is not null || entry is null)
            {
                return null;
            }

            (row.Participant, entry.SideRole) = (text, side);
            return await roles.GiveAsync(context, tenant, [account.Id], cancellationToken);
        }, cancellationToken);
        if (given is not null)
        {
            var by = Actor.System(tenant, "directory");
            await trail.NoteAsync(by, tenant, $"Account/{key}/{account.Id}", "Account.ParticipantLinked", null, cancellationToken);
            await trail.NoteRolesAsync(by, tenant, given, cancellationToken);
        }

        return given is not null;
    }

    /// <summary>Notes that it is done; not when something else was asked for meanwhile. The entry of a deleted user goes.</summary>
    private async Task<bool> FinishAsync(DirectoryUserRecord done, CancellationToken cancellationToken)
    {
        await using var context = await store.OpenAsync(cancellationToken);
        var same = context.DirectoryUsers.Where(row => row.Tenant == done.Tenant && row.Account == done.Account && row.Turn == done.Turn);
        return done.DeletedAt is null
            ? await same.ExecuteUpdateAsync(set => set.SetProperty(row => row.Work, DirectoryWork.None), cancellationToken) > 0
            : await same.ExecuteDeleteAsync(cancellationToken) > 0;
    }
}
