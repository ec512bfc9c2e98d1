using MentorCloud.Domain.Pairings.Practice;

namespace MentorCloud.Gateway.Pairings.Sharing;

/// <summary>The object of the same name: an entry for the whole tenant, with its words, and nothing else of its pairing.</summary>
internal sealed record SharedEntry(EntryKind Kind, string Author, DateTimeOffset WrittenAt, string? Topic, IReadOnlyList<EntryText> Texts);
