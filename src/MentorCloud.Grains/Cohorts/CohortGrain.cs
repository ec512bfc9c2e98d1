using System.Collections.Immutable;
using MentorCloud.Contracts.Grains;
using MentorCloud.Contracts.State;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Cohorts;
using MentorCloud.Domain.Cohorts.Weights;
using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.People;
using MentorCloud.Domain.Refusals;
using MentorCloud.Grains.Access;
using MentorCloud.Grains.State;

namespace MentorCloud.Grains.Cohorts;

/// <inheritdoc cref="ICohortGrain"/>
public sealed class CohortGrain([PersistentState("cohort", "grains")] IPersistentState<Envelope<CohortState>> store, GrainTools tools)
    : StatefulGrain<CohortState>(store, tools), ICohortGrain, IOfCohorts
{
    private const int MostEnrolledAtOnce = 1_000;

    /// <inheritdoc/>
    protected override string Kind => "Cohort";

    string IOfCohorts.Noun => "cohort";

    IReadOnlyCollection<CohortId> IOfCohorts.Cohorts => State is { } state ? [state.Id] : [];

    /// <inheritdoc/>
    public async Task<Reply<CohortState>> Create(Actor actor, CommandId id, CohortDesign design, string? asked = null)
    {
        var cohort = GrainKey.Split<CohortId>(this.GetPrimaryKeyString()).Id;
        return await AnswerDesignAsync(await DecideAsync(
            actor, id, asked ?? (object)design, (state, now) => CohortDecisions.Create(state, Tenant, cohort, design, now)));
    }

    /// <inheritdoc/>
    public async Task<Reply<CohortState>> Revise(Actor actor, CommandId id, CohortDesign design, string? asked = null) =>
        await AnswerDesignAsync(RefuseUnknown("cohort") ?? await DecideAsync(
            actor, id, asked ?? (object)design, (state, _) => CohortDecisions.Revise(state!, design)));

    /// <inheritdoc/>
    public async Task<Reply<CohortState>> Open(Actor actor, CommandId id) =>
        Answer(RefuseUnknown("cohort") ?? await DecideAsync(actor, id, null, (state, now) => CohortDecisions.Open(state!, now)));

    /// <inheritdoc/>
    public async Task<Reply<CohortState>> Close(Actor actor, CommandId id)
    {
        if (RefuseUnknown("cohort") is { } unknown)
        {
            return unknown;
        }

        var living = State!.Phase == CohortPhase.Open ? await CountLivingAsync() : 0;
        return Answer(await DecideAsync(actor, id, null, (state, _) => CohortDecisions.Close(state!, living)));
    }

    /// <inheritdoc/>
    public async Task<Reply<CohortState>> Enrol(Actor actor, CommandId id, ImmutableArray<ParticipantId> participants)
    {
        var refusal = RefuseUnknown("cohort") ?? CohortDecisions.RefuseClosed(State!)
            ?? CohortDecisions.RefuseEnrolment(participants, MostEnrolledAtOnce);
        if (refusal is not null)
        {
            return refusal;
        }

        var members = await ReadMembersAsync(actor, participants);
        if (members.Refusal is not null)
        {
            return members.Refusal;
        }

        // Each step may be repeated: membership first, so that nobody is on a roster without being a member.
        await Task.WhenAll(participants.Select(participant => ParticipantGrain(participant).Join(actor, default, State!.Id)));
        var (mentors, mentees, pages) = await FillPagesAsync(actor, members.Value!);
        return Answer(await DecideAsync(
            actor, id, participants, (state, _) => CohortDecisions.CountMembers(state!, mentors, mentees, pages)));
    }

    /// <inheritdoc/>
    public async Task<Reply<CohortState>> NoteRound(Actor actor, PublishedRound round) =>
        Answer(RefuseUnknown("cohort") ?? await DecideAsync(
            actor, default, round, (state, _) => CohortDecisions.NoteRound(state!, round)));

    /// <inheritdoc/>
    public async Task<Reply<CohortState>> NoteRotation(Actor actor, RotationId rotation) =>
        Answer(RefuseUnknown("cohort") ?? await DecideAsync(
            actor, default, rotation, (state, _) => CohortDecisions.NoteRotation(state!, rotation)));

    /// <inheritdoc/>
    public async Task<Reply<CohortState>> ProposeWeights(Actor actor, CommandId id, WeightProposal proposal) =>
        Answer(RefuseUnknown("cohort") ?? await DecideAsync(
            actor, id, null, (state, now) => WeightDecisions.Propose(state!, proposal, now)));

    /// <inheritdoc/>
    public async Task<Reply<CohortState>> DecideWeights(Actor actor, CommandId id, int number, bool approve) =>
        Answer(RefuseUnknown("cohort") ?? await DecideAsync(
            actor, id, (number, approve), (state, now) => WeightDecisions.Decide(state!, number, approve, now)));

    /// <inheritdoc/>
    public Task<Reply<CohortState>> Get(Actor actor) => Task.FromResult(Answer(RefuseUnknown("cohort")));

    /// <inheritdoc/>
    public Task<Projection> Project(Actor actor) => Task.FromResult(ProjectState());

    /// <inheritdoc/>
    protected override ImmutableArray<ViewRow> Rows(CohortState state) => [state.ToRow()];

    /// <summary>After every command about the design, repeated ones too, pairings find the kit's prompts: a crash in between is mended by the repetition.</summary>
    private async Task<Reply<CohortState>> AnswerDesignAsync(Refusal? refusal)
    {
        if (refusal is null)
        {
            var calendar = GrainFactory.GetGrain<IPromptCalendarGrain>(GrainKey.Of(Tenant, State!.Id));
            (await calendar.Set(Actor.System(Tenant, "cohort"), State.Design.Kit.Prompts)).OrThrow();
        }

        return Answer(refusal);
    }

    /// <summary>What holds the cohort's mentees, by their own word: pairings that live, and those that a round or request is making.</summary>
    private async Task<int> CountLivingAsync()
    {
        var system = Actor.System(Tenant, "cohort");
        var living = 0;
        for (var page = 0; page < State!.RosterPages; page++)
        {
            var members = (await Page(page).Get(system)).OrThrow().Members;
            var mentees = await Task.WhenAll(
                members.Where(member => member.Kind == ParticipantKind.Mentee).Select(member => ParticipantGrain(member.Participant).Get(system)));
            living += mentees.Sum(mentee => mentee.OrThrow().Slots.Count(slot => slot.Cohort == State.Id));
        }

        return living;
    }

    private async Task<Reply<IReadOnlyList<RosterMember>>> ReadMembersAsync(Actor actor, ImmutableArray<ParticipantId> participants)
    {
        var replies = await Task.WhenAll(participants.Select(participant => ParticipantGrain(participant).Get(actor)));
        var refusals = Array.ConvertAll(replies, reply => reply.Refusal ?? ParticipantDeparture.RefuseGone(reply.Value!));
        var refused = Array.FindIndex(refusals, refusal => refusal is not null);
        return refused >= 0
            ? refusals[refused]! with { Field = $"participants.{refused}" }
            : new Reply<IReadOnlyList<RosterMember>>(
                [.. replies.Select(reply => new RosterMember(reply.Value!.Id, reply.Value.Profile.Kind))], null);
    }

    /// <summary>Adds whoever is on no page yet, and counts what the pages hold: also what an attempt before a crash put there.</summary>
    private async Task<(int Mentors, int Mentees, int Pages)> FillPagesAsync(Actor actor, IReadOnlyList<RosterMember> members)
    {
        var left = members.DistinctBy(member => member.Participant).ToDictionary(member => member.Participant);
        var (mentors, mentees) = (0, 0);
        for (var page = 0; ; page++)
        {
            var mayAdd = left.Count > 0 && page >= State!.RosterPages - 1;
            var content = (mayAdd ? await Page(page).Add(actor, [.. left.Values]) : await Page(page).Get(actor)).OrThrow();
            foreach (var member in content.Members)
            {
                left.Remove(member.Participant);
            }

            var onPage = CohortDecisions.Count([.. content.Members.Select(member => member.Kind)]);
            (mentors, mentees) = (mentors + onPage.Mentors, mentees + onPage.Mentees);
            if (left.Count == 0 && page >= State!.RosterPages - 1)
            {
                return (mentors, mentees, page + 1);
            }
        }
    }

    private IParticipantGrain ParticipantGrain(ParticipantId participant) =>
        GrainFactory.GetGrain<IParticipantGrain>(GrainKey.Of(Tenant, participant));

    private IRosterPageGrain Page(int page) => GrainFactory.GetGrain<IRosterPageGrain>(GrainKey.OfPage(Tenant, State!.Id, page));
}
