using System.Collections.Immutable;
using MentorCloud.Domain.Pairings.Cadence;

namespace MentorCloud.Contracts.Pairings;

/// <summary>A check-in as one viewer may see it.</summary>
/// <param name="CheckIn">The check-in, without its notes.</param>
/// <param name="Notes">The notes that the viewer may see, opened.</param>
public sealed record CheckInView(CheckIn CheckIn, ImmutableArray<NoteView> Notes);
