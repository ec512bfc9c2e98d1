using MentorCloud.Domain.Pairings.Practice;

namespace MentorCloud.Contracts.Pairings;

/// <summary>Which entries of a pairing.</summary>
/// <param name="Kind">Only this kind; null for all.</param>
/// <param name="Before">Only entries with a smaller number; null from the newest.</param>
/// <param name="Most">At most so many, 1..50.</param>
/// <param name="Page">Only those on this page of older ones; null for all of them.</param>
public sealed record EntryQuery(EntryKind? Kind = null, int? Before = null, int Most = 20, int? Page = null);
