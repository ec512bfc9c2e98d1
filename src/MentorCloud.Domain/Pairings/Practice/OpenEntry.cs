using System.Collections.Immutable;

namespace MentorCloud.Domain.Pairings.Practice;

/// <summary>An entry with its texts in plain, for one viewer who may read it.</summary>
/// <param name="Head">The entry.</param>
/// <param name="Texts">Its texts, in order of writing; those whose writer's key was destroyed by erasure are missing.</param>
public sealed record OpenEntry(Entry Head, ImmutableArray<EntryText> Texts);
