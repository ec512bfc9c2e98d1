using System.Text;
using MentorCloud.App.Imports;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.App.Tests.Imports;

/// <summary>What holds of every file, shown on rosters.</summary>
public sealed class CsvFormTests
{
    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public async Task Line_numbers_stay_right_after_quoted_newlines(string newline)
    {
        var text = string.Join(newline, Files.RosterHeader, $"m1,mentor,\"Chief{newline}of{newline}Ports\",,,D,L,Europe/Warsaw,4,2", "", Files.Mentor("m1"), "");

        var error = Assert.Single((await Files.Check(await Files.Of(text))).Errors);

        // Header 1, first row 2 to 4, a blank line 5.
        Assert.Equal((6L, "'m1', which line 2 has too"), (error.Line, error.Found));
    }

    [Fact]
    public async Task Last_line_needs_no_newline()
    {
        var report = await Files.Check(await Files.Of(Files.RosterHeader + "\n" + Files.Mentee("e1")));

        Assert.Equal((1, 0), (report.Read, report.ErrorCount));
    }

    [Fact]
    public async Task Byte_order_mark_of_utf8_is_accepted()
    {
        var bytes = Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(Files.RosterHeader + "\n" + Files.Mentor("m1") + "\n"));

        Assert.Equal(0, (await Files.Check(await Files.Of(bytes.ToArray()))).ErrorCount);
    }

    [Theory]
    [InlineData("utf-16", true, "UTF-16")]
    [InlineData("utf-16BE", true, "UTF-16")]
    [InlineData("utf-16", false, "UTF-16 without a byte order mark")]
    [InlineData("utf-32", true, "UTF-32")]
    public async Task Other_encodings_are_refused_by_name(string encoding, bool mark, string found)
    {
        var coder = Encoding.GetEncoding(encoding);
        var bytes = (mark ? coder.GetPreamble() : []).Concat(coder.GetBytes(Files.RosterHeader + "\n"));

        var error = Assert.Single((await Files.Check(await Files.Of(bytes.ToArray()))).Errors);

        Assert.Equal((1L, found), (error.Line, error.Found));
        Assert.Contains("UTF-8", error.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bytes_that_are_not_utf8_are_told_with_line_and_column()
    {
        var text = Files.RosterHeader + "\n" + Files.Mentor("m1") + "\nm2,mentor,Geschäftsführer,,,D,L,Europe/Warsaw,4,2\n";

        var error = Assert.Single((await Files.Check(await Files.Of(Encoding.Latin1.GetBytes(text)))).Errors);

        Assert.Equal((3L, "title", "text in UTF-8; save the file with that encoding"), (error.Line, error.Column, error.Expected));
    }

    [Theory]
    [InlineData("", "a header row with the names of the columns")]
    [InlineData("\n\r\n\n", "a header row with the names of the columns")]
    [InlineData(Files.RosterHeader, "at least one row below the header")]
    [InlineData(Files.RosterHeader + "\n,,,,,,,,,\n", "at least one row below the header")]
    [InlineData("external_id;kind;title\n", "columns separated by commas")]
    [InlineData("external_id\tkind\n", "columns separated by commas")]
    [InlineData("kind,kind\na,b\n", "each column once, with a name")]
    [InlineData("PK\u0003\u0004abc", "a CSV file in UTF-8; save it with that encoding")]
    public async Task File_without_a_table_is_refused(string text, string expected)
    {
        var report = await Files.Check(await Files.Of(text));

        Assert.Equal(expected, Assert.Single(report.Errors).Expected);
        Assert.Equal(ErrorCodes.RosterInvalid, report.Refusal?.Code);
    }

    [Theory]
    [InlineData("m2,mentor", "10 cells, as the header has", "2 cells")]
    [InlineData("m2,mentor,T,,,D,L,Europe/Warsaw,4,2,more", "10 cells, as the header has", "11 cells")]
    [InlineData("m2,mentor,\"T\"x,,,D,L,Europe/Warsaw,4,2", "a comma or the end of the line after the closing quote", "'x'")]
    [InlineData("m2,mentor,T\"x,,,D,L,Europe/Warsaw,4,2", "a cell with a quote in it to be quoted as a whole, and the quote doubled", "'T\"'")]
    public async Task Malformed_row_is_told_and_reading_goes_on(string row, string expected, string found)
    {
        var report = await Files.Check(await Files.Roster(Files.Mentor("m1"), row, "m3,boss,T,,,D,L,Europe/Warsaw,4,2"));

        Assert.Equal([(3L, expected, found), (4L, "mentor or mentee", "'boss'")], report.Errors.Select(error => (error.Line, error.Expected, error.Found)));
    }

    [Fact]
    public async Task Quote_that_is_never_closed_is_told_where_it_opens()
    {
        var report = await Files.Check(await Files.Roster(Files.Mentor("m1"), "m2,mentor,\"T,,,", Files.Mentor("m3")));

        var error = Assert.Single(report.Errors);
        Assert.Equal((3L, "title", "a closing quote before the end of the file"), (error.Line, error.Column, error.Expected));
    }

    [Fact]
    public async Task Cell_that_is_too_long_is_told_short()
    {
        var report = await Files.Check(await Files.Roster($"m1,mentor,{new string('x', 20_000)},,,D,L,Europe/Warsaw,4,2", Files.Mentor("m2")));

        var error = Assert.Single(report.Errors);
        Assert.Equal((2L, "title", "at most 12000 characters in a cell"), (error.Line, error.Column, error.Expected));
        Assert.True(error.Found.Length < 70);
        Assert.Equal((2, 1), (report.Read, report.Skipped));
    }

    [Fact]
    public async Task File_over_the_limit_is_refused_by_its_own_code()
    {
        var report = await Files.Check(await Files.Roster(Files.Mentor("m1")), limits: new ImportLimits { MaxBytes = 100 });

        Assert.Equal(ErrorCodes.FileTooLarge, report.Refusal?.Code);
    }
}
