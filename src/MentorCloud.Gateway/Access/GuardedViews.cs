using System.Text.Json.Nodes;
using MentorCloud.Contracts.Audit;
using MentorCloud.Contracts.Views;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Cohorts;
using MentorCloud.Domain.Cohorts.Requests;
using MentorCloud.Domain.Cohorts.Rounds;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.People;

namespace MentorCloud.Gateway.Access;

/// <summary>
/// Lists as a caller may see them: asks the policy table, narrows mentors and mentees to their own, and writes to the
/// audit log before anybody's personal data leaves for somebody else.
/// </summary>
internal sealed class GuardedViews(IViews views, IAuditLog audit, TimeProvider clock)
{
    private const Role ProgramSide = Role.TenantAdmin | Role.ProgramManager | Role.Sponsor;

    public async Task<Page<ParticipantRow>> ParticipantsAsync(
        Caller caller, ParticipantFilter filter, ParticipantOrder order, PageRequest page, CancellationToken cancellationToken)
    {
        caller.Require("Views.Participants");
        var found = await views.ParticipantsAsync(caller.Tenant, filter with { Cohorts = caller.Actor.Cohorts }, order, page, cancellationToken);
        await AuditAsync(caller, "Read Participants", "participants", found.Rows.Count, cancellationToken);
        return found;
    }

    public async Task<Page<CohortRow>> CohortsAsync(Caller caller, PageRequest page, CancellationToken cancellationToken)
    {
        caller.Require("Views.Cohorts");
        return await views.CohortsAsync(caller.Tenant, await OwnCohortsAsync(caller, cancellationToken), page, cancellationToken);
    }

    public Task<Page<RoundRow>> RoundsAsync(Caller caller, CohortId cohort, PageRequest page, CancellationToken cancellationToken)
    {
        caller.In(cohort).Require("Views.Rounds");
        return views.RoundsAsync(caller.Tenant, cohort, page, cancellationToken);
    }

    public async Task<Page<MatchRequestRow>> MatchRequestsAsync(
        Caller caller, MatchRequestFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        caller.Require("Views.MatchRequests");

        // As a single request is: a sponsor who is of a pair too sees their own.
        var all = caller.Actor.Kind != ActorKind.User || caller.Actor.Holds(Role.TenantAdmin | Role.ProgramManager);
        var seen = all ? filter with { Cohorts = caller.Actor.Cohorts } : filter with { Partner = caller.Actor.Participant ?? default(ParticipantId) };
        var found = await views.MatchRequestsAsync(caller.Tenant, seen, page, cancellationToken);
        if (all)
        {
            await AuditAsync(caller, "Read MatchRequests", "requests", found.Rows.Count, cancellationToken);
        }

        return found;
    }

    public async Task<Page<PairingRow>> PairingsAsync(
        Caller caller, PairingFilter filter, PairingOrder order, PageRequest page, CancellationToken cancellationToken)
    {
        caller.Require("Views.Pairings");

        // A manager who is limited to cohorts finds their own pairings in other ones by asking for them.
        var asksForOwn = caller.Actor.Cohorts is not null && filter.Partner is { } asked && asked == caller.Actor.Participant;
        if (SeesAll(caller.Actor) && !asksForOwn)
        {
            var found = await views.PairingsAsync(caller.Tenant, filter with { Cohorts = caller.Actor.Cohorts }, order, page, cancellationToken);
            await AuditAsync(caller, "Read Pairings", "pairings", found.Rows.Count, cancellationToken);
            return found;
        }

        // A mentor or mentee who asks for somebody else's pairings gets none; there is no way to ask for both.
        var self = caller.Actor.Participant ?? default;
        var own = filter.Partner is null || filter.Partner == self ? filter with { Partner = self } : filter with { Partner = default(ParticipantId) };
        return await views.PairingsAsync(caller.Tenant, own, order, page, cancellationToken);
    }

    /// <summary>The audit log. That it is read, and how it was narrowed, is noted in it first.</summary>
    public async Task<Page<AuditRecord>> AuditEntriesAsync(Caller caller, Func<AuditFilter> filter, PageRequest page, CancellationToken cancellationToken)
    {
        caller.Require("Audit.Read");
        var narrowed = filter();
        await AuditAsync(caller, "Read AuditLog", "entries", page.Size, cancellationToken);
        return await audit.PageAsync(caller.Tenant, narrowed, page, cancellationToken);
    }

    /// <summary>Whether the caller may look at a cohort: program side, or a member.</summary>
    public async Task<bool> MaySeeCohortAsync(Caller caller, CohortId cohort, CancellationToken cancellationToken)
    {
        caller.Require("Views.Cohorts");
        return await OwnCohortsAsync(caller, cancellationToken) is not { } own || own.Contains(cohort);
    }

    /// <summary>Notes that somebody's personal data is about to leave for somebody else.</summary>
    public async Task AuditPersonAsync(Caller caller, ParticipantId person, string action, CancellationToken cancellationToken)
    {
        if (caller.Actor.Participant != person)
        {
            await audit.AppendAsync(
                caller.Tenant,
                new AuditEntry(clock.GetUtcNow(), caller.Actor.ToString(), action, $"Participant/{caller.Tenant}/{person}", person),
                cancellationToken);
        }
    }

    /// <summary>Notes it of several people in one write; one's own data is not noted.</summary>
    public Task AuditPeopleAsync(Caller caller, IEnumerable<ParticipantId> people, string action, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return audit.AppendAllAsync(
            caller.Tenant,
            [.. people.Where(person => person != caller.Actor.Participant).Select(
                person => new AuditEntry(now, caller.Actor.ToString(), action, $"Participant/{caller.Tenant}/{person}", person))],
            cancellationToken);
    }

    /// <summary>Names of people whose words are about to leave for everybody in the tenant, and notes it.</summary>
    public async Task<IReadOnlyDictionary<ParticipantId, string>> AuthorsAsync(
        Caller caller, IEnumerable<ParticipantId> authors, string action, CancellationToken cancellationToken)
    {
        var people = authors.Distinct().ToList();
        await AuditPeopleAsync(caller, people, action, cancellationToken);
        var known = await views.ParticipantsByIdAsync(caller.Tenant, people, cancellationToken);
        return people.ToDictionary(person => person, person => known.TryGetValue(person, out var row) ? row.Name : string.Empty);
    }

    /// <summary>Notes that a part of a round's draft is about to be seen: who stands in it and what their pairs score.</summary>
    public Task AuditDraftAsync(Caller caller, RoundId round, int entries, CancellationToken cancellationToken) => audit.AppendAsync(
        caller.Tenant,
        new AuditEntry(clock.GetUtcNow(), caller.Actor.ToString(), "Read Draft", $"Round/{caller.Tenant}/{round}", Detail: $"{{\"entries\":{entries}}}"),
        cancellationToken);

    /// <summary>Notes that a pairing is about to be seen by somebody who is not of the pair: under both of the two.</summary>
    public Task AuditPairingAsync(Caller caller, PairingRow pairing, string action, CancellationToken cancellationToken) =>
        AuditPairingsAsync(caller, [pairing], action, cancellationToken);

    /// <summary>Notes it of many pairings in one write.</summary>
    public Task AuditPairingsAsync(
        Caller caller, IEnumerable<PairingRow> pairings, string action, CancellationToken cancellationToken)
    {
        var self = caller.Actor.Participant;
        var entries = pairings
            .Where(pairing => self is null || (self != pairing.Mentor && self != pairing.Mentee))
            .SelectMany(pairing => new[] { pairing.Mentee, pairing.Mentor }, (pairing, person) => new AuditEntry(
                clock.GetUtcNow(), caller.Actor.ToString(), action, $"Pairing/{caller.Tenant}/{pairing.Id}", person))
            .ToList();
        return audit.AppendAllAsync(caller.Tenant, entries, cancellationToken);
    }

    /// <summary>The mentee's ended pairing before another one in the same cohort; null for their first.</summary>
    public async Task<PairingRow?> PairingBeforeAsync(Caller caller, PairingRow pairing, CancellationToken cancellationToken)
    {
        var filter = new PairingFilter(pairing.Cohort, PairingStage.Ended, pairing.Mentee);
        var page = new PageRequest(50, Descending: true);
        var found = await views.PairingsAsync(caller.Tenant, filter, PairingOrder.CreatedAt, page, cancellationToken);
        return found.Rows.Select(each => each.Row)
            .FirstOrDefault(row => row.Mentee == pairing.Mentee && row.Id != pairing.Id && row.CreatedAt <= pairing.CreatedAt);
    }

    private static bool SeesAll(Actor actor) => actor.Kind != ActorKind.User || actor.Holds(ProgramSide);

    private async Task<IReadOnlyCollection<CohortId>?> OwnCohortsAsync(Caller caller, CancellationToken cancellationToken)
    {
        var actor = caller.Actor;
        if (SeesAll(actor) && (actor.Cohorts is null || actor.AsPartner().Roles == Role.None))
        {
            return actor.Cohorts;
        }

        var self = actor.Participant ?? default;
        var rows = await views.ParticipantsByIdAsync(caller.Tenant, [self], cancellationToken);
        var member = rows.TryGetValue(self, out var row) ? row.Cohorts : [];
        return actor.Cohorts is { } managed ? [.. managed.Union(member)] : member;
    }

    private Task AuditAsync(Caller caller, string action, string counted, int count, CancellationToken cancellationToken) => audit.AppendAsync(
        caller.Tenant,
        new AuditEntry(clock.GetUtcNow(), caller.Actor.ToString(), action, $"Tenant/{caller.Tenant}/{caller.Tenant}", Detail: new JsonObject { [counted] = count }.ToJsonString()),
        cancellationToken);
}
