using System.Collections.Immutable;
using MentorCloud.Contracts.Grains;
using MentorCloud.Contracts.Solving;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Cohorts;
using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Cohorts.Rounds;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.People;
using MentorCloud.Domain.Refusals;
using MentorCloud.Domain.Tenants.Frameworks;

namespace MentorCloud.App.Rounds;

/// <summary>Reads whom a round is to match: from the grains themselves, so that load and membership are as they are now.</summary>
internal sealed class RoundInputs(IGrainFactory grains, DraftShelf drafts)
{
    private const int ReadAtOnce = 256;

    /// <summary>
    /// Everybody on the roster but mentees who have a mentor in the cohort. What the round itself has reserved does not count,
    /// so that a published round reads as it was drafted; neither does what its siblings have, the other stages of a rotation.
    /// </summary>
    /// <exception cref="RefusedException">PAIR_RULE_CONFLICT: the round's own pins and vetoes do not fit the cohort's.</exception>
    public async Task<SolveTask> ReadAsync(
        RoundState round, Actor actor, CancellationToken cancellationToken, IReadOnlyCollection<RoundId>? siblings = null)
    {
        RoundId[] own = [round.Id, .. siblings ?? []];
        var cohort = (await grains.GetGrain<ICohortGrain>(GrainKey.Of(round.Tenant, round.Cohort)).Get(actor)).OrThrow();
        var people = (await ReadPeopleAsync(cohort, _ => true, actor, cancellationToken)).ConvertAll(person => WithoutSlotsOf(own, person));
        var competencies = await ReadCompetenciesAsync(round.Tenant, actor);
        var task = new SolveTask(
            round.Objective,
            round.Weights,
            round.CreatedAt,
            competencies.Count(competency => competency.Kind == CompetencyKind.Skill),
            [.. competencies.Select(competency => (competency.Least, competency.Most))],
            [.. competencies.Select(competency => competency.Name)],
            [.. people.Where(person => person.Profile.Kind == ParticipantKind.Mentor)],
            [.. people.Where(person => person.Profile.Kind == ParticipantKind.Mentee && person.Slots.All(slot => slot.Cohort != round.Cohort))]);
        return await AddRulesAsync(task with { Inputs = InputsFingerprint.Of(task) }, cohort, round, actor);
    }

    /// <summary>Every mentor on the roster for one mentee, whether or not the mentee has a mentor now; vetoes count, pins do not.</summary>
    public async Task<SolveTask> ReadForAsync(
        CohortState cohort, ParticipantState mentee, DateTimeOffset at, Actor actor, CancellationToken cancellationToken)
    {
        // The roster knows who mentors: to look for one person's mentor the others need not be woken.
        var mentors = await ReadPeopleAsync(cohort, member => member.Kind == ParticipantKind.Mentor, actor, cancellationToken);
        var competencies = await ReadCompetenciesAsync(cohort.Tenant, actor);
        var rules = (await grains.GetGrain<IPairRulesGrain>(GrainKey.Of(cohort.Tenant, cohort.Id)).Get(actor)).OrThrow();
        return new SolveTask(
            MatchObjective.Total,
            cohort.Design.Weights,
            at,
            competencies.Count(competency => competency.Kind == CompetencyKind.Skill),
            [.. competencies.Select(competency => (competency.Least, competency.Most))],
            [.. competencies.Select(competency => competency.Name)],
            [.. mentors.Where(mentor => mentor.Id != mentee.Id)],
            [mentee])
        {
            Vetoes = [.. rules.Vetoes.Select(rule => rule.Pair)],
        };
    }

    private static ParticipantState WithoutSlotsOf(RoundId[] own, ParticipantState person) => person.Slots.IsEmpty ? person : person with
    {
        Slots = person.Slots.RemoveAll(slot => own.Any(round => slot.Pairing == (person.Profile.Kind == ParticipantKind.Mentor
            ? RoundState.PairingOf(round, person.Id, slot.Partner) : RoundState.PairingOf(round, slot.Partner, person.Id)))),
    };

    private async Task<SolveTask> AddRulesAsync(SolveTask task, CohortState cohort, RoundState round, Actor actor)
    {
        var rules = (await grains.GetGrain<IPairRulesGrain>(GrainKey.Of(round.Tenant, round.Cohort)).Get(actor)).OrThrow();
        var pins = rules.Pins.Select(rule => rule.Pair).ToImmutableArray();
        var vetoes = rules.Vetoes.Select(rule => rule.Pair).ToImmutableArray();
        if (round.Pins.Any(vetoes.Contains) || round.Vetoes.Any(pins.Contains)
            || round.Pins.Any(pin => rules.PinnedTo(pin.Mentee) is { } mentor && mentor != pin.Mentor))
        {
            throw new RefusedException(new Refusal(
                ErrorCodes.PairRuleConflict, "The round's own pins and vetoes contradict the cohort's; change one of them."));
        }

        return task with
        {
            Pins = [.. pins.Union(round.Pins)],
            Vetoes = [.. vetoes.Union(round.Vetoes)],
            PassedOver = cohort.LastRound is { } last && last.Round != round.Id ? await drafts.UnmatchedMenteesAsync(round.Tenant, last, actor) : [],
            Standing = round is { Base: { } from, KeepBonus: > 0 } ? await drafts.PairsAsync(round.Tenant, from, actor) : [],
            KeepBonus = round.KeepBonus,
        };
    }

    private async Task<List<ParticipantState>> ReadPeopleAsync(
        CohortState cohort, Func<RosterMember, bool> concerns, Actor actor, CancellationToken cancellationToken)
    {
        var members = await Task.WhenAll(Enumerable.Range(0, cohort.RosterPages).Select(page => ReadPageAsync(cohort, page, actor)));
        var people = new List<ParticipantState>();
        foreach (var chunk in members.SelectMany(page => page.Members).Where(concerns).Chunk(ReadAtOnce))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var replies = await Task.WhenAll(chunk.Select(member =>
                grains.GetGrain<IParticipantGrain>(GrainKey.Of(cohort.Tenant, member.Participant)).Get(actor)));
            // Rosters keep whoever left or was erased; nobody is matched with them.
            people.AddRange(replies.Select(reply => reply.OrThrow()).Where(person => ParticipantDeparture.RefuseGone(person) is null));
        }

        // In one order whatever the order of enrolment, so that the same people always give the same draft.
        return [.. people.OrderBy(person => person.Profile.ExternalId, StringComparer.Ordinal)];
    }

    private async Task<RosterPageState> ReadPageAsync(CohortState cohort, int page, Actor actor) =>
        (await grains.GetGrain<IRosterPageGrain>(GrainKey.OfPage(cohort.Tenant, cohort.Id, page)).Get(actor)).OrThrow();

    private async Task<ImmutableArray<Competency>> ReadCompetenciesAsync(TenantId tenant, Actor actor)
    {
        var state = (await grains.GetGrain<ITenantGrain>(GrainKey.Of(tenant, tenant)).Get(actor)).OrThrow();
        return state.Framework is { } framework
            ? (await grains.GetGrain<IFrameworkGrain>(GrainKey.Of(tenant, framework)).Get(actor)).OrThrow().Competencies
            : [];
    }
}
