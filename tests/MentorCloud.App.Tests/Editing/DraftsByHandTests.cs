using MentorCloud.App.Editing;
using MentorCloud.App.Hosting;
using MentorCloud.App.Rounds;
using MentorCloud.App.Tests.Imports;
using MentorCloud.App.Tests.Rounds;
using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Cohorts.Rounds;
using MentorCloud.Domain.Cohorts.Rounds.Edits;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.App.Tests.Editing;

public sealed class DraftsByHandTests
{
    [Fact]
    public async Task Draft_by_hand_is_made_in_its_tenants_turn()
    {
        await using var host = await GrainsHost.StartAsync(SmallCohorts.AddRounds);
        using var turns = new SolverTurns();
        var (cohort, mentor, mentee) = await SmallCohorts.OpenAsync(host, "cohort");
        var others = await SmallCohorts.OpenAsync(host, "others");
        var working = await turns.Questions.TakeAsync(host.Tenant, TestContext.Current.CancellationToken);

        var waiting = Drafts(host, turns).PickAsync(
            host.Admin, host.Command("waits"), cohort.Id, [new DraftEdit(DraftEditKind.Assign, new MatchPair(mentor, mentee))], TestContext.Current.CancellationToken);
        using var free = new SolverTurns();
        var made = await Drafts(host, free).PickAsync(
            host.Admin, host.Command("free"), others.Cohort.Id, [new DraftEdit(DraftEditKind.Assign, new MatchPair(others.Mentor, others.Mentee))], TestContext.Current.CancellationToken);

        Assert.Equal(1, made.OrThrow().Draft?.Pairs);
        Assert.False(waiting.IsCompleted);
        working.Dispose();
        Assert.Equal(RoundStatus.Drafted, (await waiting).OrThrow().Status);
    }

    private static DraftsByHand Drafts(GrainsHost host, SolverTurns turns) => new(
        host.Grains, host.Services.GetRequiredService<RoundInputs>(), host.Services.GetRequiredService<DraftShelf>(), turns, host.Services.GetRequiredService<TimeProvider>());
}
