namespace MentorCloud.Contracts.Views;

/// <summary>One page of a list.</summary>
/// <typeparam name="TRow">The row.</typeparam>
/// <param name="Rows">The rows with their cursors, in the list's order.</param>
/// <param name="HasNext">Whether rows follow.</param>
/// <param name="HasPrevious">Whether rows come before.</param>
/// <param name="Total">How many rows the whole list has; null when not asked for.</param>
public sealed record Page<TRow>(IReadOnlyList<PagedRow<TRow>> Rows, bool HasNext, bool HasPrevious, int? Total);
