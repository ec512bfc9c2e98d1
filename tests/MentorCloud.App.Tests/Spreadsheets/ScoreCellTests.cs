using System.Globalization;
using System.Text;
using MentorCloud.App.Spreadsheets;
using MentorCloud.Matching.Decimals;

namespace MentorCloud.App.Tests.Spreadsheets;

public sealed class ScoreCellTests
{
    [Theory]
    [InlineData("0.75", "75e-2")]
    [InlineData("-0.50", "-5e-1")]
    [InlineData("+3", "3e0")]
    [InlineData("-0", "0e0")]
    [InlineData(".5", "5e-1")]
    [InlineData("7.", "7e0")]
    [InlineData("0.000000000000000000000000123456789012345678", "123456789012345678e-42")]
    [InlineData("1000", "1000e0")]
    public void Short_decimal_is_read_exactly(string text, string expected)
    {
        Assert.True(ScoreCell.TryReadShort(Encoding.ASCII.GetBytes(text), out var mantissa, out var exponent));
        Assert.Equal(expected, string.Create(CultureInfo.InvariantCulture, $"{mantissa}e{exponent}"));
    }

    [Theory]
    [InlineData("3e-7", "3e-7")]
    [InlineData("1.25E+2", "125e0")]
    [InlineData("1234567890123456789.5", "12345678901234567895e-1")]
    public void Long_decimal_is_read_exactly(string text, string expected)
    {
        Assert.False(ScoreCell.TryReadShort(Encoding.ASCII.GetBytes(text), out _, out _));
        Assert.True(ScoreCell.TryReadAny(Encoding.ASCII.GetBytes(text), out var value));
        Assert.Equal(expected, value.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("1.2.3")]
    [InlineData("1-")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("0x10")]
    [InlineData("1_000")]
    [InlineData("1e")]
    [InlineData("e5")]
    [InlineData("٣")]
    [InlineData("1 2")]
    [InlineData("1e-2147483648")]
    [InlineData("1.5e-2147483648")]
    [InlineData("1e2147483647")]
    [InlineData("1e99999999999999999999")]
    [InlineData("1e401")]
    public void What_is_no_number_is_refused(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);

        Assert.False(ScoreCell.TryReadShort(bytes, out _, out _));
        Assert.False(ScoreCell.TryReadAny(bytes, out _));
    }

    [Fact]
    public void Decimals_are_ordered_by_their_value_however_they_are_written()
    {
        string[] ascending = ["-1e400", "-2", "-19e-1", "-1e-400", "0", "1e-400", "1.99999999999999999999", "2", "2.00000000000000000001", "30", "1e400"];
        var values = ascending.Select(text => ExactDecimal.TryParse(text, out var value) ? value : throw new InvalidOperationException(text)).ToArray();

        Assert.Equal(values, values.Reverse().Order(Comparer<ExactDecimal>.Create(ExactDecimal.Compare)));
        Assert.Equal(0, ExactDecimal.Compare(new ExactDecimal(100000, 0), new ExactDecimal(1, 5)));
    }

    [Theory]
    [InlineData("-12.5")]
    [InlineData("0.0003")]
    [InlineData("4000")]
    [InlineData("0")]
    [InlineData("-0.5")]
    public void Plain_text_of_a_decimal_is_read_back(string text)
    {
        Assert.True(ExactDecimal.TryParse(text, out var value));
        Assert.Equal(text, value.ToPlainString());
    }
}
