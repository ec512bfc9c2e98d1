using System.Collections.Immutable;
using MentorCloud.Contracts.Grains;
using MentorCloud.Domain.Cohorts;
using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Pairings.Endings;
using MentorCloud.Domain.Refusals;
using MentorCloud.Grains.Tests.Hosts;
using MentorCloud.Grains.Tests.Scenes;

namespace MentorCloud.Grains.Tests.Cohorts;

public sealed class CohortGrainTests
{
    [Fact]
    public async Task People_enrolled_twice_and_in_two_commands_are_counted_once()
    {
        await using var host = await GrainTestHosts.StartAsync();
        var company = await Company.FoundAsync(host);
        var (mentor, mentee) = (await company.RegisterAsync("M-1", places: 1), await company.RegisterAsync("E-1"));
        var cohort = await company.OpenCohortAsync("Cohort", mentor, mentee, mentee);
        await host.SleepAllAsync();

        var state = (await company.Cohort(cohort).Enrol(company.Admin, company.NextCommand(), [mentee, mentor])).OrThrow();

        Assert.Equal((1, 1, CohortPhase.Open), (state.Mentors, state.Mentees, state.Phase));
        var page = await host.Grains.GetGrain<IRosterPageGrain>(GrainKey.OfPage(company.Tenant, cohort, 0)).Get(company.Operator);
        Assert.Equal(2, page.OrThrow().Members.Length);
        Assert.Equal([cohort], (await company.Participant(mentee).Get(company.Admin)).OrThrow().Cohorts);
    }

    [Fact]
    public async Task Cohort_closes_when_its_last_pairing_has_ended_and_begins_nothing_more()
    {
        await using var host = await GrainTestHosts.StartAsync();
        var pair = await (await Company.FoundAsync(host)).PairAsync();
        var (company, id) = (pair.Company, EntityId.Derive<CohortId>(pair.Company.Tenant.Value, "Cohort"));
        Assert.Equal(ErrorCodes.CohortPairingsLive, (await company.Cohort(id).Close(company.Admin, company.NextCommand())).Refusal?.Code);

        await pair.DoAsync(company.ProgramManager, new ReportDeparture(PairingSide.Mentee));
        var closed = (await company.Cohort(id).Close(company.Admin, company.NextCommand())).OrThrow();

        Assert.Equal(CohortPhase.Closed, closed.Phase);
        var round = company.Round(EntityId.Derive<RoundId>(company.Tenant.Value, "Late"));
        Assert.Equal(ErrorCodes.CohortClosed, (await round.Start(company.Admin, company.NextCommand(), id, MatchObjective.Total)).Refusal?.Code);
        Assert.Equal(ErrorCodes.CohortClosed, (await company.Cohort(id).Enrol(company.Admin, company.NextCommand(), [pair.MenteeId])).Refusal?.Code);
    }

    [Fact]
    public async Task Draft_that_is_published_after_the_term_is_refused_and_reserves_nobody()
    {
        await using var host = await GrainTestHosts.StartAsync();
        var company = await Company.FoundAsync(host);
        var (mentor, mentee) = (await company.RegisterAsync("M-1", places: 1), await company.RegisterAsync("E-1"));
        var cohort = await company.OpenCohortAsync("Cohort", mentor, mentee);
        var draft = await company.DraftAsync(cohort, "Round", [(mentor, mentee)]);
        await host.PassAsync(TimeSpan.FromDays(200));

        (await company.Round(draft).Publish(company.Admin, company.NextCommand())).OrThrow();
        var refused = await company.FinishAsync(draft);

        Assert.Equal(ErrorCodes.CohortTermOver, refused.Failure?.Code);
        Assert.Empty((await company.Participant(mentor).Get(company.Admin)).OrThrow().Slots);
        var late = company.Round(EntityId.Derive<RoundId>(company.Tenant.Value, "Late"));
        Assert.Equal(ErrorCodes.CohortTermOver, (await late.Start(company.Admin, company.NextCommand(), cohort, MatchObjective.Total)).Refusal?.Code);
    }

    [Fact]
    public async Task Enrolment_of_somebody_unknown_names_whom_and_enrols_nobody()
    {
        await using var host = await GrainTestHosts.StartAsync();
        var company = await Company.FoundAsync(host);
        var mentee = await company.RegisterAsync("E-1");
        var cohort = await company.OpenCohortAsync("Cohort", mentee);
        ImmutableArray<ParticipantId> people = [await company.RegisterAsync("E-2"), EntityId.Derive<ParticipantId>(company.Tenant.Value, "nobody")];

        var reply = await company.Cohort(cohort).Enrol(company.Admin, company.NextCommand(), people);

        Assert.Equal((ErrorCodes.NotFound, "participants.1"), (reply.Refusal?.Code, reply.Refusal?.Field));
        Assert.Equal(1, (await company.Cohort(cohort).Get(company.Admin)).OrThrow().Mentees);
    }
}
