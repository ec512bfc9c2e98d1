using MentorCloud.Domain.Cohorts.Requests;
using MentorCloud.Domain.Pairings;
using MentorCloud.Grains.Tests.Hosts;

namespace MentorCloud.Grains.Tests.Cohorts;

/// <summary>Consent that a crash cuts off at any call between grains makes one pairing all the same.</summary>
public sealed class MatchRequestCrashTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Consent_cut_off_at_any_call_is_taken_up_again_and_pairs_once(bool afterwards)
    {
        var call = 1;
        while (await CutAsync(call, afterwards))
        {
            call++;
        }

        Assert.True(call > 5, $"consent made only {call - 1} calls");
    }

    /// <summary>False when consent makes fewer calls.</summary>
    private static async Task<bool> CutAsync(int call, bool afterwards)
    {
        var crash = new CrashFilter();
        await using var host = await GrainTestHosts.StartAsync(new GrainTestPorts { Crash = crash });
        var cohort = new ChoosingCohort(host);
        await cohort.RegisterAsync("M1", "e1");
        await cohort.OpenAsync("first", "M1", "e1");
        (await cohort.SendAsync("M1", "e1")).OrThrow();
        var key = cohort.Command();
        crash.Arm(call, afterwards);
        await crash.TryAsync(() => cohort.Request("M1", "e1").Accept(ChoosingCohort.As("M1"), key));
        await host.SleepAllAsync();
        await host.PassAsync(TimeSpan.FromMinutes(10));

        var matched = (await cohort.Request("M1", "e1").Accept(ChoosingCohort.As("M1"), key)).OrThrow();
        await host.PassAsync(TimeSpan.FromMinutes(3));

        Assert.Equal((MatchRequestStatus.Matched, true), (matched.Status, matched.Told));
        foreach (var person in new[] { "M1", "e1" })
        {
            var state = (await cohort.Participant(person).Get(ChoosingCohort.Admin)).OrThrow();
            Assert.Equal([matched.Pairing], state.Slots.Select(slot => slot.Pairing));
            Assert.Empty(state.Requests);
        }

        Assert.Equal(PairingStage.Contracting, (await cohort.Pairing(matched).Get(ChoosingCohort.As("e1"))).OrThrow().Row.Stage);
        Assert.Single(host.Ports.Facts.All.OfType<MatchRequestEnded>());
        Assert.Single(host.Ports.Facts.All.OfType<PairingPublished>());
        return crash.Crashed;
    }
}
