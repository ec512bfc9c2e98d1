using MentorCloud.Domain.Access;
using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Cohorts.Pairs;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Contracts.Grains;

/// <summary>Pins and vetoes of a cohort; key <c>{tenant}/{cohort}</c>. Commands are documented at <see cref="PairRuleDecisions"/>.</summary>
public interface IPairRulesGrain : IGrainWithStringKey
{
    /// <summary>Pins or vetoes a pair. NOT_FOUND, COHORT_CLOSED besides.</summary>
    Task<Reply<PairRulesState>> Add(Actor actor, CommandId id, PairRuleKind kind, MatchPair pair, string reason);

    /// <summary>Takes pin and veto of a pair back. NOT_FOUND, COHORT_CLOSED besides.</summary>
    Task<Reply<PairRulesState>> Free(Actor actor, CommandId id, MatchPair pair);

    /// <summary>Reads them; a cohort without any has empty ones.</summary>
    Task<Reply<PairRulesState>> Get(Actor actor);
}
