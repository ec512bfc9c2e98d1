using System.Collections.Immutable;

namespace MentorCloud.Domain.Pairings.Practice;

/// <summary>The texts of one entry, beside the pairing.</summary>
/// <param name="Texts">At most 12, sealed.</param>
public sealed record EntryPage(ImmutableArray<SealedEntryText> Texts);
