using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Privacy;

namespace MentorCloud.Domain.Pairings.Practice;

/// <summary>An entry was shared with more people.</summary>
/// <param name="Pairing">The pairing.</param>
/// <param name="Number">Which.</param>
/// <param name="Visibility">Who may see it now.</param>
public sealed record EntryShared(PairingId Pairing, int Number, Visibility Visibility) : Fact;
