using System.Text;
using MentorCloud.App.Imports;
using MentorCloud.App.Imports.Csv;
using MentorCloud.App.Spreadsheets;

namespace MentorCloud.App.Tests.Spreadsheets;

/// <summary>The fast splitter must read as the importer's does, however its bytes arrive.</summary>
public sealed class CsvBytesTests
{
    [Fact]
    public async Task Rows_of_random_text_are_those_of_the_importers_reader()
    {
        var random = new Random(17);
        for (var round = 0; round < 400; round++)
        {
            var text = RandomText(random);

            var expected = await ImporterAsync(text);

            Assert.Equal(expected, Fast(text, random.Next(1, 9)));
        }
    }

    [Fact]
    public void Row_without_an_end_is_refused_and_the_next_is_read()
    {
        var reader = new CsvBytes(new MemoryStream(Encoding.UTF8.GetBytes("a,b\n" + new string('x', 3_000_000) + "\nc,d\n")));

        Assert.True(reader.Read(CancellationToken.None));
        Assert.True(reader.Read(CancellationToken.None));
        Assert.Contains("at most", reader.Fault!.Value.Expected, StringComparison.Ordinal);
        Assert.True(reader.Read(CancellationToken.None));
        Assert.Equal(3, reader.Line);
        Assert.Equal("c", Encoding.UTF8.GetString(reader[0]));
        Assert.False(reader.Read(CancellationToken.None));
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFE, (byte)'m', 0 }, "UTF-16")]
    [InlineData(new byte[] { (byte)'P', (byte)'K', 3, 4, 0, 0 }, "a workbook or an archive")]
    public void File_that_is_no_text_is_refused_by_its_first_bytes(byte[] content, string found)
    {
        Assert.Equal(found, new CsvBytes(new MemoryStream(content)).Begin(CancellationToken.None)!.Value.Found);
    }

    [Fact]
    public void Cancelled_reading_stops()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();

        Assert.Throws<OperationCanceledException>(() => new CsvBytes(new MemoryStream("a,b"u8.ToArray())).Read(stop.Token));
    }

    /// <summary>Letters, quotes, commas and every kind of line end, in well-formed cells and out of them. (Blanks around quotes are forgiven here only.)</summary>
    private static string RandomText(Random random)
    {
        string[] parts = ["a", "é", "b c", ",", ",", "\n", "\r\n", "\r", "\"\"", "\"b\"", ",\"c,d\",", ",\"e\"\"f\n\",", "\""];
        return string.Concat(Enumerable.Range(0, random.Next(1, 25)).Select(_ => parts[random.Next(parts.Length)]));
    }

    private static async Task<List<string>> ImporterAsync(string text)
    {
        var reader = new CsvRowReader(new StringReader(text), ImportLimits.Default);
        var rows = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken) is { } row)
        {
            if (row.Fault is not null)
            {
                rows.Add("fault");
                break;
            }

            if (row.Cells.Exists(cell => cell.Trim(' ').Length > 0))
            {
                rows.Add($"{row.Line}: {string.Join('|', row.Cells.Select(cell => cell.Trim(' ')))}");
            }
        }

        return rows;
    }

    private static List<string> Fast(string text, int bytesAtOnce)
    {
        using var stream = new TricklingStream(Encoding.UTF8.GetBytes(text), bytesAtOnce);
        var reader = new CsvBytes(stream);
        var rows = new List<string>();
        while (reader.Read(CancellationToken.None))
        {
            if (reader.Fault is not null)
            {
                rows.Add("fault");
                break;
            }

            var cells = Enumerable.Range(0, reader.Count).Select(cell => Encoding.UTF8.GetString(reader[cell])).ToList();
            if (cells.Exists(cell => cell.Length > 0))
            {
                rows.Add($"{reader.Line}: {string.Join('|', cells)}");
            }
        }

        return rows;
    }

    /// <summary>Gives a few bytes at a time, as a pipe may.</summary>
    private sealed class TricklingStream(byte[] content, int bytesAtOnce) : MemoryStream(content)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, bytesAtOnce));
    }
}
