using System.Collections.Immutable;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.People;

/// <summary>A person's levels against one framework, copied at registration so that a later framework changes nobody silently.</summary>
/// <param name="Framework">The framework.</param>
/// <param name="ProfileCode">The profile that the levels were taken from; null when they were entered one by one.</param>
/// <param name="TargetCode">The profile that a mentee aims at; null when none.</param>
/// <param name="Levels">One level for each competency of the framework, in its order.</param>
/// <param name="TargetLevels">The target's levels, same order; empty when there is no target.</param>
public sealed record Rating(
    FrameworkId Framework, string? ProfileCode, string? TargetCode, ImmutableArray<double> Levels, ImmutableArray<double> TargetLevels);
