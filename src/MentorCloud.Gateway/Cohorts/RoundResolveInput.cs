using MentorCloud.Domain.Cohorts.Matching;

namespace MentorCloud.Gateway.Cohorts;

/// <summary>The input of the same name.</summary>
internal sealed record RoundResolveInput(
    string IdempotencyKey,
    string Round,
    MatchObjective? Objective,
    IReadOnlyList<MatchPairInput> Pins,
    IReadOnlyList<MatchPairInput> Vetoes,
    double KeepBonus);
