using System.Collections.Immutable;
using MentorCloud.Domain.Pairings.Cadence;

namespace MentorCloud.Contracts.Pairings;

/// <summary>A check-in as one viewer may see it.</summary>
/// <param name="CheckIn">The check-in.</param>
/// <param name="Notes">The notes that the viewer may see, opened; on the newest three check-ins only, older ones are read as entries.</param>
public sealed record CheckInView(CheckIn CheckIn, ImmutableArray<NoteView> Notes);
