namespace MentorCloud.Architecture.Tests.Asvs;

/// <summary>A row of docs/asvs.md.</summary>
internal sealed record AsvsRow(string Number, string Level, string Title, string State, string Where, string Shown)
{
    /// <summary>The rows of the document, in its order.</summary>
    public static IReadOnlyList<AsvsRow> Read() =>
    [
        .. from line in File.ReadLines(Path.Combine(Repository.Root, "docs", "asvs.md"))
           let cells = line.Split('|', StringSplitOptions.TrimEntries)
           where cells.Length == 8 && cells[1].Length > 0 && char.IsAsciiDigit(cells[1][0])
           select new AsvsRow(cells[1], cells[2], cells[3], cells[4], cells[5], cells[6]),
    ];
}
