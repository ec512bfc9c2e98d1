using System.Collections.Immutable;
using MentorCloud.Domain.Pairings.Cadence;

namespace MentorCloud.Contracts.Pairings;

/// <summary>Duties of one kind, newest first.</summary>
/// <param name="Duties">As the viewer may see them.</param>
/// <param name="Total">How many of the kind there are in all.</param>
/// <param name="HasMore">Whether older ones follow.</param>
/// <param name="HasNewer">Whether there are newer ones.</param>
public sealed record DutyList(ImmutableArray<Duty> Duties, int Total, bool HasMore, bool HasNewer);
