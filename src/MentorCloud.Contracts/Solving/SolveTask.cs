using System.Collections.Immutable;
using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.People;

namespace MentorCloud.Contracts.Solving;

/// <summary>Whom to match by what.</summary>
/// <param name="Objective">What to optimise.</param>
/// <param name="Weights">How much each factor counts.</param>
/// <param name="At">The instant whose time-zone offsets count for shared working hours, UTC.</param>
/// <param name="Skills">How many of a rating's levels are skills; the rest are work styles.</param>
/// <param name="Scales">Lowest and highest level of each competency, in the rating's order.</param>
/// <param name="CompetencyNames">Their names, same order; priorities refer to them.</param>
/// <param name="Mentors">Mentors, with their load.</param>
/// <param name="Mentees">Mentees to be matched.</param>
public sealed record SolveTask(
    MatchObjective Objective,
    MatchWeights Weights,
    DateTimeOffset At,
    int Skills,
    ImmutableArray<(double Least, double Most)> Scales,
    ImmutableArray<string> CompetencyNames,
    ImmutableArray<ParticipantState> Mentors,
    ImmutableArray<ParticipantState> Mentees)
{
    /// <summary>Pairs that the draft must have.</summary>
    public ImmutableArray<MatchPair> Pins { get; init; } = [];

    /// <summary>Pairs that it must not have.</summary>
    public ImmutableArray<MatchPair> Vetoes { get; init; } = [];

    /// <summary>Mentees whom the last published round left without a mentor (requirement 22).</summary>
    public ImmutableArray<ParticipantId> PassedOver { get; init; } = [];

    /// <summary>Pairs of the draft that this one is solved from.</summary>
    public ImmutableArray<MatchPair> Standing { get; init; } = [];

    /// <summary>By how much the cohort must do better for a standing pair to be broken, fixed-point units.</summary>
    public long KeepBonus { get; init; }

    /// <summary>Fingerprint of everything above that comes from people and framework.</summary>
    public string Inputs { get; init; } = string.Empty;
}
