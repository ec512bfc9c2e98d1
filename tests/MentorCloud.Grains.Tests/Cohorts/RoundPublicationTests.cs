using MentorCloud.Contracts.Grains;
using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Cohorts.Pairs;
using MentorCloud.Domain.Cohorts.Rounds;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Refusals;
using MentorCloud.Grains.Tests.Hosts;
using MentorCloud.Grains.Tests.Scenes;

namespace MentorCloud.Grains.Tests.Cohorts;

/// <summary>Publishing goes on where it stood, wherever it was cut off, and a refusal leaves nothing behind.</summary>
public sealed class RoundPublicationTests
{
    /// <summary>Three pages are prepared and told in six steps.</summary>
    private const int Steps = 6;

    public static TheoryData<int> CutAfter => [.. Enumerable.Range(0, Steps + 1)];

    [Theory]
    [MemberData(nameof(CutAfter))]
    public async Task Publication_that_is_cut_off_after_a_step_is_asked_for_again_and_finished(int steps)
    {
        await using var host = await GrainTestHosts.StartAsync();
        var (company, round, pairs) = await DraftAsync(host, places: 2);
        (await company.Round(round).Publish(company.Admin, company.NextCommand())).OrThrow();
        for (var step = 0; step < steps; step++)
        {
            (await company.Round(round).Continue(company.Operator)).OrThrow();
        }

        await host.SleepAllAsync();
        var asked = host.Ports.Rounds.Asked.Count;
        await host.PassAsync(TimeSpan.FromMinutes(10));

        Assert.Equal(steps < Steps, host.Ports.Rounds.Asked.Count > asked);
        await CheckPublishedAsync(company, round, pairs);
    }

    [Fact]
    public async Task Step_that_fails_half_way_is_repeated_without_doubling_anything()
    {
        await using var host = await GrainTestHosts.StartAsync();
        var (company, round, pairs) = await DraftAsync(host, places: 2);
        (await company.Round(round).Publish(company.Admin, company.NextCommand())).OrThrow();

        // A crash within the first page's step: one slot is reserved and one pairing prepared, the round knows nothing of it.
        var pairing = (await company.Round(round).Get(company.Operator)).OrThrow().PairingOf(new Proposal(pairs[0].Mentor, pairs[0].Mentee, 1, []));
        var cohort = (await company.Round(round).Get(company.Operator)).OrThrow().Cohort;
        (await company.Participant(pairs[0].Mentor).ReserveSlot(company.Operator, new(pairing, pairs[0].Mentee, cohort, host.Now))).OrThrow();
        await host.SleepAllAsync();

        await CheckPublishedAsync(company, round, pairs);
    }

    [Fact]
    public async Task Refusal_on_a_later_page_releases_every_place_and_shows_no_pairing()
    {
        await using var host = await GrainTestHosts.StartAsync();
        var (company, round, pairs) = await DraftAsync(host, places: 1);
        (await company.Round(round).Publish(company.Admin, company.NextCommand())).OrThrow();

        var state = await company.FinishAsync(round);

        Assert.Equal((RoundStatus.Discarded, ErrorCodes.MentorCapacityExhausted), (state.Status, state.Failure?.Code));
        foreach (var (mentor, mentee) in pairs)
        {
            Assert.Empty((await company.Participant(mentor).Get(company.Operator)).OrThrow().Slots);
            Assert.Empty((await company.Participant(mentee).Get(company.Operator)).OrThrow().Slots);
            Assert.Equal(ErrorCodes.NotFound, (await company.Pairing(state.PairingOf(new Proposal(mentor, mentee, 1, []))).Get(company.Admin)).Refusal?.Code);
        }

        Assert.Empty(host.Ports.Facts.All.OfType<PairingPublished>());
    }

    [Fact]
    public async Task Pair_vetoed_after_the_draft_is_not_published()
    {
        await using var host = await GrainTestHosts.StartAsync();
        var (company, round, pairs) = await DraftAsync(host, places: 2);
        var cohort = (await company.Round(round).Get(company.Operator)).OrThrow().Cohort;
        var rules = host.Grains.GetGrain<IPairRulesGrain>(GrainKey.Of(company.Tenant, cohort));
        (await rules.Add(company.Admin, company.NextCommand(), PairRuleKind.Veto, new MatchPair(pairs[1].Mentor, pairs[1].Mentee), "No.")).OrThrow();
        (await company.Round(round).Publish(company.Admin, company.NextCommand())).OrThrow();

        var state = await company.FinishAsync(round);

        Assert.Equal((RoundStatus.Discarded, ErrorCodes.MatchForbidden), (state.Status, state.Failure?.Code));
        Assert.Empty((await company.Participant(pairs[0].Mentee).Get(company.Operator)).OrThrow().Slots);
    }

    [Fact]
    public async Task Round_that_names_itself_as_its_base_is_refused()
    {
        await using var host = await GrainTestHosts.StartAsync();
        var (company, round, _) = await DraftAsync(host, places: 2);

        var reply = await company.Round(round).Resolve(company.Admin, company.NextCommand(), new ResolveRound(round, null, [], [], 0));

        Assert.Equal((ErrorCodes.InputInvalid, "round"), (reply.Refusal?.Code, reply.Refusal?.Field));
    }

    private static async Task CheckPublishedAsync(Company company, RoundId round, IReadOnlyList<(ParticipantId Mentor, ParticipantId Mentee)> pairs)
    {
        var state = await company.FinishAsync(round);
        Assert.Equal(RoundStatus.Published, state.Status);
        foreach (var (mentor, mentee) in pairs)
        {
            var pairing = state.PairingOf(new Proposal(mentor, mentee, 1, []));
            Assert.Equal(PairingStage.Contracting, (await company.Pairing(pairing).Get(company.Admin)).OrThrow().Row.Stage);
            Assert.Equal([pairing], (await company.Participant(mentee).Get(company.Operator)).OrThrow().Slots.Select(slot => slot.Pairing));
        }

        var mentors = pairs.GroupBy(pair => pair.Mentor);
        foreach (var group in mentors)
        {
            Assert.Equal(group.Count(), (await company.Participant(group.Key).Get(company.Operator)).OrThrow().Slots.Length);
        }

        await company.Host.PassAsync(TimeSpan.FromMinutes(3));
        Assert.Equal(pairs.Count, company.Host.Ports.Facts.All.OfType<PairingPublished>().Distinct().Count());
        Assert.Equal(pairs.Count, company.Host.Ports.Facts.All.OfType<PairingPublished>().Count());
    }

    /// <summary>Two mentors and four mentees on three pages; one mentor stands on two of them.</summary>
    private static async Task<(Company Company, RoundId Round, IReadOnlyList<(ParticipantId Mentor, ParticipantId Mentee)> Pairs)> DraftAsync(IGrainTestHost host, int places)
    {
        var company = await Company.FoundAsync(host);
        var (first, second) = (await company.RegisterAsync("M-1", places), await company.RegisterAsync("M-2", places: 2));
        var mentees = new List<ParticipantId>();
        for (var number = 1; number <= 4; number++)
        {
            mentees.Add(await company.RegisterAsync($"E-{number}"));
        }

        var cohort = await company.OpenCohortAsync("Cohort", [first, second, .. mentees]);
        (ParticipantId, ParticipantId)[] pairs = [(first, mentees[0]), (second, mentees[1]), (second, mentees[2]), (first, mentees[3])];
        return (company, await company.DraftAsync(cohort, "Round", [pairs[0]], [pairs[1], pairs[2]], [pairs[3]]), pairs);
    }
}
