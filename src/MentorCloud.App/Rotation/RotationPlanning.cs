using System.Collections.Immutable;
using MentorCloud.App.Matching;
using MentorCloud.App.Rounds;
using MentorCloud.Contracts.Grains;
using MentorCloud.Contracts.Solving;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Cohorts;
using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Cohorts.Rounds;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.People;
using MentorCloud.Domain.Refusals;
using MentorCloud.Domain.Rotation;
using MentorCloud.Matching;
using MentorCloud.Matching.Rotation;

namespace MentorCloud.App.Rotation;

/// <summary>Plans a rotation: reads the people, solves and checks, and makes a drafted round of each open stage.</summary>
internal sealed class RotationPlanning(IGrainFactory grains, RoundInputs inputs, DraftShelf drafts)
{
    /// <summary>Plans and stores; what it comes to is for the rotation to commit. Every step may be repeated.</summary>
    /// <exception cref="RefusedException">MATCH_IMPOSSIBLE.</exception>
    public async Task<RotationSummary> PlanAsync(RotationState rotation, Actor actor, CancellationToken cancellationToken)
    {
        // A crash between the rotation's start and the cohort's note is made good here.
        var cohort = (await grains.GetGrain<ICohortGrain>(GrainKey.Of(rotation.Tenant, rotation.Cohort)).NoteRotation(actor, rotation.Id)).OrThrow();
        var preview = RoundVariants.Preview(rotation.RoundOf(rotation.FirstOpen), cohort, null, rotation.MovedAt);
        var task = await inputs.ReadAsync(preview, actor, cancellationToken, [.. rotation.Rounds]);
        var settled = new List<ImmutableArray<MatchPair>>();
        foreach (var stage in rotation.Stages.Where(stage => stage.Begun))
        {
            settled.Add(await drafts.PairsAsync(rotation.Tenant, stage.Round!.Value, actor));
        }

        var (plan, problem, solution, verified) = await SolveAsync(rotation, task, settled, cancellationToken);
        for (var stage = rotation.FirstOpen; stage < rotation.Stages.Length; stage++)
        {
            await StoreAsync(rotation, cohort, stage, plan, solution, actor);
        }

        await DiscardOldAsync(rotation, actor);
        return new RotationSummary(
            plan.Total, plan.Value, plan.UpperBound, plan.Pairs.Count(pair => pair.Stage >= rotation.FirstOpen), plan.Unmatched.Length, verified);
    }

    /// <summary>The best single match of the same people comes along: it bounds what any stage can reach.</summary>
    private static Task<(RotationPlan Plan, RotationProblem Problem, Solution Best, bool Verified)> SolveAsync(
        RotationState rotation, SolveTask task, List<ImmutableArray<MatchPair>> settled, CancellationToken cancellationToken) => Task.Run(
        async () =>
        {
            try
            {
                var cohort = new CohortProblem(task);
                var problem = RotationInput.Of(rotation, cohort, settled);
                var plan = RotationSolver.Solve(problem, cancellation: cancellationToken);
                var verdict = RotationChecker.Check(problem, plan);
                var free = new CohortProblem(task with { Pins = [], PassedOver = [] }, cohort.Scores);
                return (plan, problem, await MatchingSolver.SolveAsync(free, null, null, cancellationToken), verdict.Valid);
            }
            catch (MatchingException exception)
            {
                throw new RefusedException(new Refusal(ErrorCodes.MatchImpossible, exception.Message));
            }
        },
        cancellationToken);

    private async Task StoreAsync(RotationState rotation, CohortState cohort, int stage, RotationPlan plan, Solution best, Actor actor)
    {
        var round = rotation.RoundOf(stage);
        var grain = grains.GetGrain<IRoundGrain>(GrainKey.Of(rotation.Tenant, round));
        if ((await grain.Get(actor)).Value?.Draft is not null)
        {
            // Adopted by an earlier attempt: its pages stay as they are.
            return;
        }

        var problem = best.Problem;
        var proposals = plan.Pairs.Where(pair => pair.Stage == stage).Select(pair => problem.Propose(pair.Mentee, pair.Mentor)).ToImmutableArray();
        var busy = proposals.Select(proposal => proposal.Mentor).ToHashSet();
        var unmatched = plan.Unmatched.Where(each => each.Stage == stage).Select(each => new Unmatched(
                problem.Task.Mentees[each.Mentee].Id, ParticipantKind.Mentee, UnmatchedReason.CapacityUsedUp, "No mentor whom the mentee has not met yet is free in this stage."))
            .Concat(problem.Task.Mentors.Where((mentor, row) => problem.Assignment.MentorCapacity[row] > 0 && !busy.Contains(mentor.Id)).Select(mentor => new Unmatched(
                mentor.Id, ParticipantKind.Mentor, UnmatchedReason.NoMenteeLeft, "No mentee is left for this mentor in this stage.")));
        var total = proposals.Sum(proposal => proposal.Score);
        var draft = new SolvedDraft(proposals, [.. unmatched], total, Math.Max(total, best.ToDraft().UpperBound), best.Verified);
        var summary = await drafts.StoreAsync(rotation.Tenant, round, draft, problem.Task.Inputs, actor);
        var command = new AdoptDraft(
            cohort.Id, RoundSource.Stage, MatchObjective.Total, null, summary, $"{rotation.Version}.{stage}", rotation.Stages[stage].EndsAt);
        var reply = await grain.Adopt(actor, EntityId.Derive<CommandId>(round.Value, "adopt"), command);
        reply.OrThrow();
    }

    /// <summary>Drafts of an earlier version that never began are given up.</summary>
    private async Task DiscardOldAsync(RotationState rotation, Actor actor)
    {
        foreach (var old in rotation.Stages.Where(stage => !stage.Begun).Select(stage => stage.Round).OfType<RoundId>())
        {
            // One whose publication was refused is given up already.
            await grains.GetGrain<IRoundGrain>(GrainKey.Of(rotation.Tenant, old)).Discard(actor, EntityId.Derive<CommandId>(old.Value, "discard"));
        }
    }
}
