using MentorCloud.Contracts.Grains;
using MentorCloud.Contracts.Pairings;
using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Cohorts.Rounds;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.People;
using MentorCloud.Domain.Refusals;
using MentorCloud.Domain.Rotation;
using MentorCloud.Grains.Tests.Hosts;
using MentorCloud.Grains.Tests.Scenes;

namespace MentorCloud.Grains.Tests.Rotation;

/// <summary>From stage to stage: nobody loses a mentor to a stage that cannot be published.</summary>
public sealed class RotationGrainTests
{
    [Fact]
    public async Task Stage_ends_the_one_before_and_has_begun_once_it_is_published()
    {
        await using var host = await GrainTestHosts.StartAsync();
        var scene = await SceneAsync(host);

        (await scene.Rotation.Begin(scene.Company.Admin, scene.Company.NextCommand(), 2)).OrThrow();
        var begun = await scene.FinishAsync();

        Assert.Equal((RotationStatus.Planned, 2), (begun.Status, begun.FirstOpen));
        Assert.Equal(PairingStage.Ended, (await scene.PairingAsync(0, scene.First)).Row.Stage);
        Assert.Equal(PairingStage.Contracting, (await scene.PairingAsync(1, scene.Second)).Row.Stage);
    }

    [Fact]
    public async Task Stage_with_a_mentee_who_is_taken_fails_before_anybody_loses_a_mentor_and_can_be_planned_again()
    {
        await using var host = await GrainTestHosts.StartAsync();
        var scene = await SceneAsync(host);
        var company = scene.Company;
        var late = await company.RegisterAsync("M-3", places: 1);
        await company.Participant(scene.Mentee).ReleaseSlot(company.Operator, RoundState.PairingOf(scene.State.RoundOf(0), scene.First, scene.Mentee));
        (await company.Participant(scene.Mentee).ReserveSlot(
            company.Operator, new PairingSlot(EntityId.New<PairingId>(host.Now), late, scene.State.Cohort, host.Now))).OrThrow();

        (await scene.Rotation.Begin(company.Admin, company.NextCommand(), 2)).OrThrow();
        var failed = await scene.FinishAsync();

        Assert.Equal((RotationStatus.Failed, 1, ErrorCodes.MenteeAlreadyPaired), (failed.Status, failed.FirstOpen, failed.Failure?.Code));
        Assert.NotEqual(PairingStage.Ended, (await scene.PairingAsync(0, scene.First)).Row.Stage);
        Assert.Equal(RoundStatus.Drafted, (await company.Round(failed.RoundOf(1)).Get(company.Operator)).OrThrow().Status);
        Assert.Equal(RotationStatus.Planning, (await scene.Rotation.Replan(company.Admin, company.NextCommand(), [])).OrThrow().Status);
    }

    [Fact]
    public async Task Stage_does_not_begin_while_the_one_before_is_being_published()
    {
        await using var host = await GrainTestHosts.StartAsync();
        var scene = await SceneAsync(host, begun: 0);
        (await scene.Rotation.Begin(scene.Company.Admin, scene.Company.NextCommand(), 1)).OrThrow();
        var round = scene.Company.Round(scene.State.RoundOf(0));
        while ((await round.Get(scene.Company.Operator)).OrThrow().Status != RoundStatus.Published)
        {
            var early = await scene.Rotation.Begin(scene.Company.Admin, scene.Company.NextCommand(), 2);
            Assert.Equal(ErrorCodes.RotationAtWork, early.Refusal?.Code);
            Assert.Equal(0, (await scene.Rotation.Continue(scene.Company.Operator)).OrThrow().FirstOpen);
        }

        Assert.Empty(host.Ports.Facts.All.OfType<RotationStageBegun>());
        Assert.Equal(1, (await scene.FinishAsync()).FirstOpen);
        Assert.Single(host.Ports.Facts.All.OfType<RotationStageBegun>());
    }

    [Fact]
    public async Task Second_rotation_of_a_cohort_is_refused_while_the_first_is_not_over()
    {
        await using var host = await GrainTestHosts.StartAsync();
        var scene = await SceneAsync(host);
        var second = host.Grains.GetGrain<IRotationGrain>(GrainKey.Of(scene.Company.Tenant, EntityId.Derive<RotationId>(scene.Company.Tenant.Value, "second")));

        var reply = await second.Start(scene.Company.Admin, scene.Company.NextCommand(), new PlanRotation(scene.State.Cohort, 2, 0));

        Assert.Equal((ErrorCodes.AlreadyExists, "cohort"), (reply.Refusal?.Code, reply.Refusal?.Field));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Stage_cut_off_at_any_call_begins_once_and_leaves_nobody_with_two_mentors(bool afterwards)
    {
        var call = 1;
        while (await CutAsync(call, afterwards))
        {
            call++;
        }

        Assert.True(call > 15, $"a stage made only {call - 1} calls");
    }

    /// <summary>False when the stage makes fewer calls.</summary>
    private static async Task<bool> CutAsync(int call, bool afterwards)
    {
        var crash = new CrashFilter();
        await using var host = await GrainTestHosts.StartAsync(new GrainTestPorts { Crash = crash });
        var scene = await SceneAsync(host);
        var key = scene.Company.NextCommand();
        crash.Arm(call, afterwards);
        await crash.TryAsync(async () =>
        {
            (await scene.Rotation.Begin(scene.Company.Admin, key, 2)).OrThrow();
            await scene.FinishAsync();
        });
        await host.SleepAllAsync();
        await host.PassAsync(TimeSpan.FromMinutes(10));

        var woken = scene with { Rotation = host.Grains.GetGrain<IRotationGrain>(GrainKey.Of(scene.Company.Tenant, scene.State.Id)) };
        (await woken.Rotation.Begin(scene.Company.Admin, key, 2)).OrThrow();
        var begun = await woken.FinishAsync();
        await host.PassAsync(TimeSpan.FromMinutes(3));

        Assert.Equal((RotationStatus.Planned, 2), (begun.Status, begun.FirstOpen));
        Assert.Equal(PairingStage.Ended, (await woken.PairingAsync(0, scene.First)).Row.Stage);
        var pairing = await woken.PairingAsync(1, scene.Second);
        Assert.Equal(PairingStage.Contracting, pairing.Row.Stage);
        Assert.Empty((await scene.Company.Participant(scene.First).Get(scene.Company.Operator)).OrThrow().Slots);
        foreach (var person in new[] { scene.Second, scene.Mentee })
        {
            Assert.Equal([pairing.Row.Id], (await scene.Company.Participant(person).Get(scene.Company.Operator)).OrThrow().Slots.Select(slot => slot.Pairing));
        }

        Assert.Equal(2, host.Ports.Facts.All.OfType<RotationStageBegun>().Count());
        Assert.Equal(2, host.Ports.Facts.All.OfType<PairingPublished>().Count());
        return crash.Crashed;
    }

    /// <summary>Two mentors and one mentee in two stages, of which the first has begun.</summary>
    private static async Task<Scene> SceneAsync(IGrainTestHost host, int begun = 1)
    {
        var company = await Company.FoundAsync(host);
        var (first, second) = (await company.RegisterAsync("M-1", places: 1), await company.RegisterAsync("M-2", places: 1));
        var mentee = await company.RegisterAsync("E-1");
        var cohort = await company.OpenCohortAsync("Cohort", first, second, mentee);
        var rotation = host.Grains.GetGrain<IRotationGrain>(GrainKey.Of(company.Tenant, EntityId.Derive<RotationId>(company.Tenant.Value, "rotation")));
        var started = (await rotation.Start(company.Admin, company.NextCommand(), new PlanRotation(cohort, 2, 0))).OrThrow();
        var scene = new Scene(company, rotation, started, first, second, mentee);
        await scene.AdoptAsync(0, first);
        await scene.AdoptAsync(1, second);
        (await rotation.Complete(company.Operator, 1, new RotationSummary(2, 2, 2, 2, 0, true))).OrThrow();
        if (begun == 1)
        {
            (await rotation.Begin(company.Admin, company.NextCommand(), 1)).OrThrow();
            Assert.Equal(1, (await scene.FinishAsync()).FirstOpen);
        }

        return scene;
    }

    private sealed record Scene(
        Company Company, IRotationGrain Rotation, RotationState State, ParticipantId First, ParticipantId Second, ParticipantId Mentee)
    {
        public async Task AdoptAsync(int stage, ParticipantId mentor)
        {
            var round = State.RoundOf(stage);
            var page = Company.Host.Grains.GetGrain<IDraftPageGrain>(GrainKey.OfPage(Company.Tenant, round, 0));
            (await page.Store(Company.Operator, new DraftPageState([new Proposal(mentor, Mentee, 1, [])], []))).OrThrow();
            (await Company.Round(round).Adopt(Company.Operator, Company.NextCommand(), new AdoptDraft(
                State.Cohort, RoundSource.Stage, MatchObjective.Total, null, new DraftSummary(1, 1, 0, 1, 1, true), $"1.{stage}", State.Stages[stage].EndsAt))).OrThrow();
        }

        public async Task<RotationState> FinishAsync()
        {
            var state = (await Rotation.Get(Company.Operator)).OrThrow();
            for (var step = 0; state.Status == RotationStatus.Moving && step < 20; step++)
            {
                state = (await Rotation.Continue(Company.Operator)).OrThrow();
            }

            return state;
        }

        public async Task<PairingView> PairingAsync(int stage, ParticipantId mentor) =>
            (await Company.Pairing(RoundState.PairingOf(State.RoundOf(stage), mentor, Mentee)).Get(Company.Admin)).OrThrow();
    }
}
