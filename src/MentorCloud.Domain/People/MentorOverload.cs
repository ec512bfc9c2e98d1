using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.People;

/// <summary>A mentor gives a pairing more hours than agreed.</summary>
/// <param name="Pairing">The pairing.</param>
/// <param name="Until">Until when nobody new is assigned, UTC.</param>
public sealed record MentorOverload(PairingId Pairing, DateTimeOffset Until);
