using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Pairings.Cadence;

/// <summary>A pairing was paused.</summary>
/// <param name="Pairing">The pairing.</param>
/// <param name="ResumesAt">When it resumes by itself, UTC.</param>
public sealed record PairingPaused(PairingId Pairing, DateTimeOffset ResumesAt) : Fact;
