namespace MentorCloud.Contracts.Views;

/// <summary>Which part of a list is asked for, by keyset: cursors stay right while rows are added.</summary>
/// <param name="Size">How many rows, 1..100.</param>
/// <param name="Cursor">An opaque cursor from an earlier page; null from the end where the reading begins.</param>
/// <param name="Backward">False reads on after the cursor, true reads back before it. Rows come in the list's order either way.</param>
/// <param name="Descending">Whether the list's order is turned round.</param>
/// <param name="CountTotal">Whether the total is wanted; it costs a second query.</param>
public sealed record PageRequest(int Size, string? Cursor = null, bool Backward = false, bool Descending = false, bool CountTotal = false);
