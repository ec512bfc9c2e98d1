using MentorCloud.Matching.Decimals;

namespace MentorCloud.Matching.Tests.Decimals;

public class DecimalScaleTests
{
    [Theory]
    [InlineData("0.1", "1e-1")]
    [InlineData("-12.50", "-125e-1")]
    [InlineData("3e-7", "3e-7")]
    [InlineData("0", "0e0")]
    [InlineData("1200", "12e2")]
    public void Decimal_text_is_read_without_rounding(string text, string exact)
    {
        Assert.True(ExactDecimal.TryParse(text, out var value));
        Assert.Equal(exact, value.ToString());
    }

    [Theory]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("1,5")]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("1e999999")]
    public void Text_that_is_no_finite_decimal_is_refused(string text) => Assert.False(ExactDecimal.TryParse(text, out _));

    [Fact]
    public void Ten_tenths_sum_to_one_exactly()
    {
        var tenths = Enumerable.Repeat(Parse("0.1"), 10).ToArray();
        var scale = DecimalScale.For(tenths, 10);
        Assert.True(scale.IsExact);
        Assert.Equal("1e0", scale.FromUnits(tenths.Sum(scale.ToUnits)).ToString());
    }

    [Fact]
    public void Digits_beyond_64_bits_are_rounded_to_one_part_in_a_billion()
    {
        ExactDecimal[] values = [Parse("123456789012345678901234567890.5"), Parse("1")];
        var scale = DecimalScale.For(values, 5000);
        Assert.False(scale.IsExact);
        var back = scale.FromUnits(scale.ToUnits(values[0])).ToDouble();
        Assert.Equal(1.0, back / values[0].ToDouble(), 1e-9);
    }

    private static ExactDecimal Parse(string text) => ExactDecimal.TryParse(text, out var value) ? value : throw new FormatException(text);
}
