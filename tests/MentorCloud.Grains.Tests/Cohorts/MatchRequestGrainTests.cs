using MentorCloud.Contracts.Grains;
using MentorCloud.Domain.Cohorts.Pairs;
using MentorCloud.Domain.Cohorts.Requests;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Refusals;
using MentorCloud.Grains.Tests.Hosts;

namespace MentorCloud.Grains.Tests.Cohorts;

/// <summary>Requests between people on the grain host, with its reminders.</summary>
public sealed class MatchRequestGrainTests
{
    [Fact]
    public async Task Consent_reserves_both_places_and_makes_a_pairing_that_both_see()
    {
        await using var host = await GrainTestHosts.StartAsync();
        var cohort = await CohortAsync(host);
        var sent = (await cohort.SendAsync("M1", "e1")).OrThrow();

        var matched = (await cohort.Request("M1", "e1").Accept(ChoosingCohort.As("M1"), cohort.Command())).OrThrow();

        Assert.Equal((MatchRequestStatus.Open, MatchRequestStatus.Matched, true), (sent.Status, matched.Status, matched.Told));
        Assert.Equal(matched.Pairing, Assert.Single((await cohort.Participant("M1").Get(ChoosingCohort.Admin)).OrThrow().Slots).Pairing);
        Assert.Equal(PairingStage.Contracting, (await cohort.Pairing(matched).Get(ChoosingCohort.As("e1"))).OrThrow().Row.Stage);
        Assert.Contains(host.Ports.Facts.All, fact => fact is MatchRequestEnded { Status: MatchRequestStatus.Matched });
    }

    [Fact]
    public async Task Unanswered_request_is_reminded_and_expires_though_everybody_slept()
    {
        await using var host = await GrainTestHosts.StartAsync();
        var cohort = await CohortAsync(host);
        (await cohort.SendAsync("M1", "e1")).OrThrow();
        await host.SleepAllAsync();

        await host.PassAsync(TimeSpan.FromDays(5));
        Assert.Single(host.Ports.Facts.All.OfType<MatchRequestReminded>());
        Assert.Empty(host.Ports.Facts.All.OfType<MatchRequestEnded>());
        await host.PassAsync(TimeSpan.FromDays(3));

        var ended = Assert.Single(host.Ports.Facts.All.OfType<MatchRequestEnded>());
        Assert.Equal((MatchRequestStatus.Expired, ChoosingCohort.Person("M1"), ChoosingCohort.Person("e1")), (ended.Status, ended.Mentor, ended.Mentee));
        var late = await cohort.Request("M1", "e1").Accept(ChoosingCohort.As("M1"), cohort.Command());
        Assert.Equal(ErrorCodes.MatchRequestOver, late.Refusal?.Code);
        Assert.Equal(2, (await cohort.SendAsync("M1", "e1")).OrThrow().Number);
    }

    [Fact]
    public async Task One_place_is_given_once_however_many_requests_are_accepted_at_once_in_however_many_cohorts()
    {
        await using var host = await GrainTestHosts.StartAsync();
        var first = await CohortAsync(host);
        var second = await new ChoosingCohort(host).OpenAsync("second", "M1", "e3", "e4");
        foreach (var (cohort, mentee) in new[] { (first, "e1"), (first, "e2"), (second, "e3"), (second, "e4") })
        {
            (await cohort.SendAsync("M1", mentee)).OrThrow();
        }

        var answers = await Task.WhenAll(
            first.Request("M1", "e1").Accept(ChoosingCohort.As("M1"), first.Command()),
            first.Request("M1", "e2").Accept(ChoosingCohort.As("M1"), first.Command()),
            second.Request("M1", "e3").Accept(ChoosingCohort.As("M1"), second.Command()),
            second.Request("M1", "e4").Accept(ChoosingCohort.As("M1"), second.Command()));

        Assert.Single(answers, answer => answer.Value?.Status == MatchRequestStatus.Matched);
        Assert.All(answers.Where(answer => answer.Value is null), answer => Assert.Equal(ErrorCodes.MentorCapacityExhausted, answer.Refusal!.Code));
        Assert.Single((await first.Participant("M1").Get(ChoosingCohort.Admin)).OrThrow().Slots);
        Assert.Equal(3, host.Ports.Facts.All.OfType<MatchRequestRefused>().Count());
        var left = new List<int>();
        foreach (var mentee in new[] { "e1", "e2", "e3", "e4" })
        {
            left.Add((await first.Participant(mentee).Get(ChoosingCohort.Admin)).OrThrow().Slots.Length);
        }

        Assert.Equal(1, left.Sum());
    }

    [Fact]
    public async Task Mentee_who_has_found_a_mentor_overtakes_the_other_requests()
    {
        await using var host = await GrainTestHosts.StartAsync();
        var cohort = await CohortAsync(host);
        (await cohort.SendAsync("M1", "e1")).OrThrow();
        (await cohort.SendAsync("M2", "e1")).OrThrow();
        (await cohort.Request("M1", "e1").Accept(ChoosingCohort.As("M1"), cohort.Command())).OrThrow();

        var second = await cohort.Request("M2", "e1").Accept(ChoosingCohort.As("M2"), cohort.Command());

        Assert.Equal(ErrorCodes.MenteeAlreadyPaired, second.Refusal?.Code);
        Assert.Equal(MatchRequestStatus.Overtaken, (await cohort.Request("M2", "e1").Get(ChoosingCohort.As("e1"))).OrThrow().Status);
        Assert.Empty((await cohort.Participant("M2").Get(ChoosingCohort.Admin)).OrThrow().Slots);
    }

    [Fact]
    public async Task Same_key_changes_nothing_and_strangers_see_nothing()
    {
        await using var host = await GrainTestHosts.StartAsync();
        var cohort = await CohortAsync(host);
        var key = cohort.Command();
        var offer = cohort.Offer("M1", "e1");
        (await cohort.Request("M1", "e1").Send(ChoosingCohort.As("e1"), key, offer)).OrThrow();

        var again = (await cohort.Request("M1", "e1").Send(ChoosingCohort.As("e1"), key, offer)).OrThrow();

        Assert.Equal(1, again.Number);
        Assert.Equal(ErrorCodes.NotFound, (await cohort.Request("M1", "e1").Get(ChoosingCohort.As("e2"))).Refusal?.Code);
        Assert.Equal(ErrorCodes.NotFound, (await cohort.Request("M2", "e2").Get(ChoosingCohort.As("e2"))).Refusal?.Code);
    }

    [Fact]
    public async Task Consent_after_a_veto_is_refused_and_repeating_it_hears_the_same()
    {
        await using var host = await GrainTestHosts.StartAsync();
        var cohort = await CohortAsync(host);
        (await cohort.SendAsync("M1", "e1")).OrThrow();
        var rules = host.Grains.GetGrain<IPairRulesGrain>(GrainKey.Of(ChoosingCohort.Tenant, cohort.Id));
        (await rules.Add(ChoosingCohort.Admin, cohort.Command(), PairRuleKind.Veto, cohort.Offer("M1", "e1").Pair, "No.")).OrThrow();
        var key = cohort.Command();

        var first = await cohort.Request("M1", "e1").Accept(ChoosingCohort.As("M1"), key);
        var again = await cohort.Request("M1", "e1").Accept(ChoosingCohort.As("M1"), key);

        Assert.Equal((ErrorCodes.MatchForbidden, ErrorCodes.MatchForbidden), (first.Refusal?.Code, again.Refusal?.Code));
        Assert.Empty((await cohort.Participant("M1").Get(ChoosingCohort.Admin)).OrThrow().Slots);
    }

    [Fact]
    public async Task Eleventh_waiting_request_of_a_person_is_refused_until_one_of_them_ends()
    {
        await using var host = await GrainTestHosts.StartAsync();
        var cohort = new ChoosingCohort(host);
        string[] mentors = [.. Enumerable.Range(1, 12).Select(number => $"M{number}")];
        await cohort.RegisterAsync([.. mentors, "e1", "e2"]);
        await cohort.OpenAsync("first", [.. mentors, "e1", "e2"]);
        foreach (var mentor in mentors[..10])
        {
            (await cohort.SendAsync(mentor, "e1")).OrThrow();
        }

        Assert.Equal(ErrorCodes.MatchRequestsTooMany, (await cohort.SendAsync("M11", "e1")).Refusal?.Code);
        Assert.Equal(ErrorCodes.MatchRequestOpen, (await cohort.SendAsync("M10", "e1")).Refusal?.Code);
        Assert.Null((await cohort.SendAsync("M11", "e2")).Refusal);
        (await cohort.Request("M1", "e1").Decline(ChoosingCohort.As("M1"), cohort.Command())).OrThrow();
        Assert.Null((await cohort.SendAsync("M11", "e1")).Refusal);
        Assert.Equal(ErrorCodes.MatchRequestsTooMany, (await cohort.SendAsync("M12", "e1")).Refusal?.Code);
        await host.PassAsync(TimeSpan.FromDays(8));

        Assert.Null((await cohort.SendAsync("M12", "e1")).Refusal);
        Assert.Single((await cohort.Participant("e1").Get(ChoosingCohort.Admin)).OrThrow().Requests);
    }

    private static async Task<ChoosingCohort> CohortAsync(IGrainTestHost host)
    {
        var cohort = new ChoosingCohort(host);
        await cohort.RegisterAsync("M1", "M2", "e1", "e2", "e3", "e4");
        return await cohort.OpenAsync("first", "M1", "M2", "e1", "e2");
    }
}
