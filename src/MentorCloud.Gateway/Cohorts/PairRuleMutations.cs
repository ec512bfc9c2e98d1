using MentorCloud.Contracts.Grains;
using MentorCloud.Domain.Cohorts.Pairs;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Gateway.Access;
using MentorCloud.Gateway.Ids;
using MentorCloud.Gateway.Mutations;

namespace MentorCloud.Gateway.Cohorts;

/// <summary>Mutations on a cohort's pins and vetoes.</summary>
internal static class PairRuleMutations
{
    public static Task<CohortPayload> CohortPinPairAsync(CohortPinPairInput input, Caller caller, GrainReader grains) =>
        ChangeAsync(input.Cohort, caller, grains, rules => rules.Add(
            caller.Actor, caller.Command(input.IdempotencyKey), PairRuleKind.Pin, input.Pair.ToPair("pair"), input.Reason));

    public static Task<CohortPayload> CohortVetoPairAsync(CohortVetoPairInput input, Caller caller, GrainReader grains) =>
        ChangeAsync(input.Cohort, caller, grains, rules => rules.Add(
            caller.Actor, caller.Command(input.IdempotencyKey), PairRuleKind.Veto, input.Pair.ToPair("pair"), input.Reason));

    public static Task<CohortPayload> CohortFreePairAsync(CohortFreePairInput input, Caller caller, GrainReader grains) =>
        ChangeAsync(input.Cohort, caller, grains, rules => rules.Free(
            caller.Actor, caller.Command(input.IdempotencyKey), input.Pair.ToPair("pair")));

    private static async Task<CohortPayload> ChangeAsync(
        string cohort, Caller caller, GrainReader grains, Func<IPairRulesGrain, Task<Reply<PairRulesState>>> mutation)
    {
        var (rules, errors) = await Attempt.RunAsync(() =>
            mutation(grains.PairRules(caller, GlobalId.Require<CohortId>(cohort, NodeType.Cohort, "cohort"))));
        var changed = rules is null ? null : await grains.CohortAsync(caller, rules.Cohort);
        return new CohortPayload(changed?.ToRow(), errors);
    }
}
