using MentorCloud.Domain.Refusals;

namespace MentorCloud.Storage.Transfer;

/// <summary>A line as the row that it becomes.</summary>
internal sealed record TransferRecord(TransferTable Table, (string Name, object? Value)[] Values)
{
    /// <summary>Of a record of the audit log, its number.</summary>
    public long Number => (long)Values[0].Value!;

    /// <exception cref="RefusedException">INPUT_INVALID: the line is damaged.</exception>
    public static TransferRecord Of(TransferLine line)
    {
        try
        {
            var table = TransferTable.All.First(table => table.Kind == line.Kind);
            return new(table, table.Arguments(line));
        }
        catch (Exception exception) when (exception is FormatException or InvalidOperationException)
        {
            throw TransferCheck.Invalid("A line of the export is damaged; export the tenant again.");
        }
    }
}
