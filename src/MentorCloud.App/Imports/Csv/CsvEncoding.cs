namespace MentorCloud.App.Imports.Csv;

/// <summary>Knows by its first bytes a file that is no UTF-8 text, so that it is refused in one sentence.</summary>
internal static class CsvEncoding
{
    private const string Utf8 = "a CSV file in UTF-8; save it with that encoding";

    /// <summary>What is wrong with a file as a whole; null when nothing is. The stream stands at its beginning afterwards.</summary>
    public static async Task<CsvFault?> RefuseAsync(Stream content, CancellationToken cancel)
    {
        content.Position = 0;
        var bytes = new byte[4];
        var count = await content.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancel);
        content.Position = 0;
        return Refuse(bytes.AsSpan(0, count));
    }

    /// <summary>What is wrong with a file that begins with these bytes, four of them or all; null when nothing is.</summary>
    public static CsvFault? Refuse(ReadOnlySpan<byte> start) => Name(start) is { } found ? new CsvFault(1, 0, Utf8, found) : null;

    private static string? Name(ReadOnlySpan<byte> start) => start switch
    {
        [0xFF, 0xFE, 0, 0] or [0, 0, 0xFE, 0xFF] => "UTF-32",
        [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] => "UTF-16",
        [0, not 0, ..] or [not 0, 0, ..] => "UTF-16 without a byte order mark",
        [0, ..] => "binary data",
        [(byte)'P', (byte)'K', 3, 4] => "a workbook or an archive",
        _ => null,
    };
}
