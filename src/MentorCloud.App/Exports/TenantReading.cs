using System.Runtime.CompilerServices;
using MentorCloud.Contracts.Accounts;
using MentorCloud.Contracts.Audit;
using MentorCloud.Contracts.Directory;
using MentorCloud.Contracts.Grains;
using MentorCloud.Contracts.Pairings;
using MentorCloud.Contracts.Views;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings.Cadence;

namespace MentorCloud.App.Exports;

/// <summary>
/// Reads all of a tenant in the name of its admin: each grain is asked by the same calls and under the same rules as every
/// other reader, so that what was confided to a pair or to nobody stays out (docs/adr/0081).
/// </summary>
internal sealed class TenantReading(IGrainDirectory directory, IGrainFactory grains, IAccounts accounts, IMachineClients clients, IAuditLog audit)
{
    private const int EntriesAtOnce = 50, DutiesAtOnce = 100, RowsAtOnce = 100, RecordsAtOnce = 1_000;

    /// <summary>Kinds of grains by the call that reads one; pages that only another grain may read are read through it.</summary>
    internal IReadOnlyDictionary<string, Func<string, Actor, Task<ExportLine?>>> Kinds => new Dictionary<string, Func<string, Actor, Task<ExportLine?>>>
    {
        ["Tenant"] = (key, actor) => TakeAsync("tenant", key, grains.GetGrain<ITenantGrain>(key).Get(actor)),
        ["Framework"] = (key, actor) => TakeAsync("framework", key, grains.GetGrain<IFrameworkGrain>(key).Get(actor)),
        ["FrameworkPage"] = (key, actor) => TakeAsync("frameworkPage", key, grains.GetGrain<IFrameworkPageGrain>(key).Get(actor)),
        ["Taxonomy"] = (key, actor) => TakeAsync("taxonomy", key, grains.GetGrain<ITaxonomyGrain>(key).Get(actor)),
        ["Participant"] = (key, actor) => TakeAsync("participant", key, grains.GetGrain<IParticipantGrain>(key).Get(actor)),
        ["Cohort"] = (key, actor) => TakeAsync("cohort", key, grains.GetGrain<ICohortGrain>(key).Get(actor)),
        ["RosterPage"] = (key, actor) => TakeAsync("rosterPage", key, grains.GetGrain<IRosterPageGrain>(key).Get(actor)),
        ["CohortEvent"] = (key, actor) => TakeAsync("cohortEvent", key, grains.GetGrain<ICohortEventGrain>(key).Get(actor)),
        ["PairRules"] = (key, actor) => TakeAsync("pairRules", key, grains.GetGrain<IPairRulesGrain>(key).Get(actor)),
        ["MatchRequest"] = (key, actor) => TakeAsync("matchRequest", key, grains.GetGrain<IMatchRequestGrain>(key).Get(actor)),
        ["Round"] = (key, actor) => TakeAsync("round", key, grains.GetGrain<IRoundGrain>(key).Get(actor)),
        ["DraftPage"] = (key, actor) => TakeAsync("draftPage", key, grains.GetGrain<IDraftPageGrain>(key).Get(actor)),
        ["Rotation"] = (key, actor) => TakeAsync("rotation", key, grains.GetGrain<IRotationGrain>(key).Get(actor)),
        ["Cover"] = (key, actor) => TakeAsync("cover", key, grains.GetGrain<ICoverGrain>(key).Get(actor)),
        ["Pairing"] = (key, actor) => TakeAsync("pairing", key, grains.GetGrain<IPairingGrain>(key).Get(actor)),
    };

    /// <summary>Everything, kind by kind.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="actor">Its admin.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>Lines, read as they are written. Grows with the tenant; memory does not.</returns>
    public async IAsyncEnumerable<ExportLine> ReadAsync(TenantId tenant, Actor actor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var (kind, read) in Kinds)
        {
            await foreach (var key in directory.KeysAsync(kind, $"{tenant}/", cancellationToken))
            {
                if (await read(key, actor) is { } line)
                {
                    yield return line;
                }
            }
        }

        await foreach (var key in directory.KeysAsync("Pairing", $"{tenant}/", cancellationToken))
        {
            await foreach (var line in PairingAsync(key, actor))
            {
                yield return line;
            }
        }

        await foreach (var line in AccountsAsync(tenant, cancellationToken))
        {
            yield return line;
        }

        for (var last = 0L; await audit.ReadAsync(tenant, last, RecordsAtOnce, cancellationToken) is { Count: > 0 } records; last = records[^1].Number)
        {
            foreach (var record in records)
            {
                yield return new ExportLine("audit", FormattableString.Invariant($"{record.Number}"), record);
            }
        }
    }

    /// <summary>Contract versions, duties to the first, and the entries that the program may read; nothing of the rest, not even that it exists.</summary>
    private async IAsyncEnumerable<ExportLine> PairingAsync(string key, Actor actor)
    {
        var pairing = grains.GetGrain<IPairingGrain>(key);
        if (await TakeAsync("pairingContracts", key, pairing.Contracts(actor)) is { } contracts)
        {
            yield return contracts;
        }

        foreach (var kind in Enum.GetValues<DutyKind>())
        {
            await foreach (var duty in DutiesAsync(pairing, actor, kind))
            {
                yield return new ExportLine("pairingDuty", key, duty);
            }
        }

        int? before = null;
        while ((await pairing.Entries(actor, new EntryQuery(Before: before, Most: EntriesAtOnce))).Value is { Entries.IsEmpty: false } page)
        {
            foreach (var entry in page.Entries)
            {
                yield return new ExportLine("pairingEntry", key, entry);
            }

            if (!page.HasMore)
            {
                break;
            }

            before = page.Entries[^1].Head.Number;
        }
    }

    /// <summary>The pairing itself holds the newest alone.</summary>
    private static async IAsyncEnumerable<Duty> DutiesAsync(IPairingGrain pairing, Actor actor, DutyKind kind)
    {
        int? before = null;
        while ((await pairing.Duties(actor, new DutyQuery(kind, before, DutiesAtOnce))).Value is { Duties.IsEmpty: false } page)
        {
            foreach (var duty in page.Duties)
            {
                yield return duty;
            }

            if (!page.HasMore)
            {
                yield break;
            }

            before = page.Duties[^1].Number;
        }
    }

    private async IAsyncEnumerable<ExportLine> AccountsAsync(TenantId tenant, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var account in RowsAsync(page => accounts.ListAsync(tenant, AccountFilter.Any, page, cancellationToken)))
        {
            yield return new ExportLine("account", account.Id.ToString(), account);
        }

        await foreach (var client in RowsAsync(page => clients.ListAsync(tenant, page, cancellationToken)))
        {
            yield return new ExportLine("client", client.ClientId, client);
        }
    }

    private static async IAsyncEnumerable<T> RowsAsync<T>(Func<PageRequest, Task<Page<T>>> read)
    {
        string? cursor = null;
        for (var more = true; more;)
        {
            var page = await read(new PageRequest(RowsAtOnce, cursor));
            foreach (var each in page.Rows)
            {
                yield return each.Row;
            }

            (more, cursor) = (page.HasNext, page.Rows.Count == 0 ? null : page.Rows[^1].Cursor);
        }
    }

    /// <summary>Null for what is not there any more; a refusal of another kind becomes a line of its own.</summary>
    private static async Task<ExportLine?> TakeAsync<TValue>(string kind, string key, Task<Reply<TValue>> call)
        where TValue : class
    {
        var reply = await call;
        return reply switch
        {
            { IsRefused: false } => new ExportLine(kind, key, reply.Value),
            { Refusal.Kind: Domain.Refusals.RefusalKind.NotFound } => null,
            _ => new ExportLine(kind, key, null, reply.Refusal!.Code),
        };
    }
}
