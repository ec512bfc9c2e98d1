using System.Collections.Immutable;
using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Pairings.Growth;

/// <summary>People are asked to rate a mentee.</summary>
/// <param name="Pairing">The pairing.</param>
/// <param name="Number">Which review.</param>
/// <param name="Raters">Who is asked.</param>
public sealed record Review360Opened(PairingId Pairing, int Number, ImmutableArray<ParticipantId> Raters) : Fact, IConfided;
