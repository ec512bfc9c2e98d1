using System.Collections.Immutable;
using MentorCloud.Domain.Cohorts.Matching;
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
    ImmutableArray<ParticipantState> Mentees);
