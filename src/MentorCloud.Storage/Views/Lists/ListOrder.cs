namespace MentorCloud.Storage.Views.Lists;

/// <summary>One order of one list: by a column that is never null, ties by id.</summary>
/// <typeparam name="TRow">The row.</typeparam>
/// <param name="Name">Names list, order and direction in cursors.</param>
/// <param name="Column">The column, text or bigint.</param>
/// <param name="Descending">Largest first.</param>
/// <param name="TextKey">Whether the column is text.</param>
/// <param name="Key">The column's value of a row: a string or a long.</param>
/// <param name="Id">The row's id in compact form.</param>
internal sealed record ListOrder<TRow>(string Name, string Column, bool Descending, bool TextKey, Func<TRow, object> Key, Func<TRow, string> Id)
{
    public ListPlace PlaceOf(TRow row) => new(Key(row), Id(row));
}
