using System.Collections.Immutable;

namespace MentorCloud.Domain.Tenants.Frameworks;

/// <summary>The levels that a role or occupation has in every competency.</summary>
/// <param name="Code">The profile's code, e.g. an O*NET-SOC code; unique within the framework.</param>
/// <param name="Title">Its title.</param>
/// <param name="Levels">One level for each competency, in the framework's order; NaN is never stored.</param>
public sealed record FrameworkProfile(string Code, string Title, ImmutableArray<double> Levels);
