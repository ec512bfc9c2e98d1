using System.Collections.Immutable;

namespace MentorCloud.Domain.Tenants.Frameworks;

/// <summary>One page of a framework's profiles.</summary>
/// <param name="Profiles">At most <see cref="FrameworkState.ProfilesPerPage"/>.</param>
public sealed record FrameworkPageState(ImmutableArray<FrameworkProfile> Profiles);
