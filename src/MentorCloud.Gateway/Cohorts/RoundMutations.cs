using MentorCloud.Contracts.Grains;
using MentorCloud.Contracts.Solving;
using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Cohorts.Rounds;
using MentorCloud.Domain.Cohorts.Rounds.Edits;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Gateway.Access;
using MentorCloud.Gateway.Ids;
using MentorCloud.Gateway.Mutations;

namespace MentorCloud.Gateway.Cohorts;

/// <summary>Mutations on matching rounds.</summary>
internal static class RoundMutations
{
    public static Task<RoundPayload> RoundStartAsync(RoundStartInput input, Caller caller, GrainReader grains) => MoveAsync(() =>
    {
        var cohort = GlobalId.Require<CohortId>(input.Cohort, NodeType.Cohort, "cohort");
        var command = caller.Command(input.IdempotencyKey);
        return grains.Round(caller, Caller.Made<RoundId>(command)).Start(caller.Actor, command, cohort, input.Objective);
    });

    public static Task<RoundPayload> RoundResolveAsync(RoundResolveInput input, Caller caller, GrainReader grains) => MoveAsync(() =>
    {
        var command = caller.Command(input.IdempotencyKey);
        var change = new ResolveRound(
            RoundId(input.Round),
            input.Objective,
            MatchPairInput.ToPairs(input.Pins, "pins"),
            MatchPairInput.ToPairs(input.Vetoes, "vetoes"),
            Score.FromDouble(input.KeepBonus));
        return grains.Round(caller, Caller.Made<RoundId>(command)).Resolve(caller.Actor, command, change);
    });

    public static Task<RoundPayload> RoundPickAsync(
        RoundPickInput input, Caller caller, GrainReader grains, IDraftEditing drafts, CancellationToken cancellationToken) => MoveAsync(async () =>
    {
        await grains.RequireChangeAsync(caller, "Round.Adopt");
        var edits = MatchPairInput.ToPairs(input.Pairs, "pairs").Select(pair => new DraftEdit(DraftEditKind.Assign, pair));
        var cohort = GlobalId.Require<CohortId>(input.Cohort, NodeType.Cohort, "cohort");
        return await drafts.PickAsync(caller.Actor, caller.Command(input.IdempotencyKey), cohort, [.. edits], cancellationToken);
    });

    public static Task<RoundPayload> RoundEditAsync(
        RoundEditInput input, Caller caller, GrainReader grains, IDraftEditing drafts, CancellationToken cancellationToken) => MoveAsync(async () =>
    {
        await grains.RequireChangeAsync(caller, "Round.Adopt");
        var edits = input.Edits.Select((edit, index) => edit.ToEdit($"edits.{index}"));
        return await drafts.EditAsync(caller.Actor, caller.Command(input.IdempotencyKey), RoundId(input.Round), [.. edits], cancellationToken);
    });

    public static Task<RoundPayload> RoundPublishAsync(RoundInput input, Caller caller, GrainReader grains) => MoveAsync(() =>
        Round(input.Round, caller, grains).Publish(caller.Actor, caller.Command(input.IdempotencyKey)));

    public static Task<RoundPayload> RoundDiscardAsync(RoundInput input, Caller caller, GrainReader grains) => MoveAsync(() =>
        Round(input.Round, caller, grains).Discard(caller.Actor, caller.Command(input.IdempotencyKey)));

    public static Task<RoundPayload> RoundCancelAsync(RoundInput input, Caller caller, GrainReader grains) => MoveAsync(() =>
        Round(input.Round, caller, grains).Cancel(caller.Actor, caller.Command(input.IdempotencyKey)));

    private static async Task<RoundPayload> MoveAsync(Func<Task<Reply<RoundState>>> mutation)
    {
        var (round, errors) = await Attempt.RunAsync(mutation);
        return new RoundPayload(round?.ToRow(), errors);
    }

    private static IRoundGrain Round(string id, Caller caller, GrainReader grains) => grains.Round(caller, RoundId(id));

    private static RoundId RoundId(string id) => GlobalId.Require<RoundId>(id, NodeType.Round, "round");
}
