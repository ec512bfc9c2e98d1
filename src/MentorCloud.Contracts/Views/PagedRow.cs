namespace MentorCloud.Contracts.Views;

/// <summary>A row and the cursor that names its place.</summary>
/// <typeparam name="TRow">The row.</typeparam>
/// <param name="Row">The row.</param>
/// <param name="Cursor">Opaque; valid for the same list in the same order.</param>
public readonly record struct PagedRow<TRow>(TRow Row, string Cursor);
