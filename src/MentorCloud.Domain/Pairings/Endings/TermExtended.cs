using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Pairings.Endings;

/// <summary>A pairing's term was extended.</summary>
/// <param name="Pairing">The pairing.</param>
/// <param name="EndsAt">Its new end, UTC.</param>
public sealed record TermExtended(PairingId Pairing, DateTimeOffset EndsAt) : Fact;
