using MentorCloud.Domain.Facts;

namespace MentorCloud.Domain.Tenants.BreakGlass;

/// <summary>An admin ended a platform operator's access before its time.</summary>
/// <param name="Number">The access.</param>
public sealed record BreakGlassEnded(int Number) : Fact;
