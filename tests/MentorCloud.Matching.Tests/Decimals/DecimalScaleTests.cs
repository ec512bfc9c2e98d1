using System.Numerics;
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

    /// <summary>Near each other, where magnitudes alone do not tell, and far apart, where they do.</summary>
    [Fact]
    public void Order_of_decimals_is_that_of_their_numbers_multiplied_out()
    {
        var random = new Random(11);
        ExactDecimal[] values =
        [
            .. from mantissa in new long[] { 0, 1, 7, 8, 9, 10, 11, 64, 99, 100, 101, 1024 } from power in Enumerable.Range(-3, 7) select new ExactDecimal(mantissa, power),
            .. Enumerable.Range(0, 60).Select(_ => new ExactDecimal(random.NextInt64(), random.Next(-40, 40))),
        ];
        values = [.. values, .. values.Select(value => new ExactDecimal(-value.Mantissa, value.Exponent))];
        Assert.All(values, one => Assert.All(values, other => Assert.Equal(
            Whole(one).CompareTo(Whole(other)), Math.Sign(ExactDecimal.Compare(one, other)))));

        static BigInteger Whole(ExactDecimal value) => value.Mantissa * BigInteger.Pow(10, value.Exponent + 40);
    }

    /// <summary>Halves to even, also at the two places where a score becomes too small to look at its digits.</summary>
    [Theory]
    [InlineData("4e281", 0)]
    [InlineData("5e281", 0)]
    [InlineData("51e280", 1)]
    [InlineData("-6e281", -1)]
    [InlineData("9.99999999999999999e280", 0)]
    [InlineData("15e281", 2)]
    [InlineData("3", 0)]
    [InlineData("-1e-400", 0)]
    [InlineData("0", 0)]
    public void Score_far_below_the_unit_rounds_to_it_or_to_nothing(string text, long units)
    {
        var scale = DecimalScale.For([new ExactDecimal(1, 300), new ExactDecimal(1, 0)], 1, hasTiers: false);
        Assert.Equal(282, scale.Unit.Exponent);

        Assert.Equal(units, scale.ToUnits(Parse(text)));
    }

    [Theory]
    [InlineData(18)]
    [InlineData(19)]
    [InlineData(20)]
    [InlineData(100)]
    public void Short_score_far_below_the_unit_rounds_as_any_other(int below)
    {
        var scale = DecimalScale.For([new ExactDecimal(1, 300), new ExactDecimal(1, 0)], 1, hasTiers: false);
        var exponent = scale.Unit.Exponent - below;
        foreach (var mantissa in new[] { 0, 1, -1, 999_999_999_999_999_999, long.MaxValue, -long.MaxValue, 5_000_000_000_000_000_000, 5_000_000_000_000_000_001 })
        {
            var unit = BigInteger.Pow(10, below);
            var nearest = 2 * BigInteger.Abs(mantissa) > unit ? (2 * BigInteger.Abs(mantissa) + unit) / (2 * unit) : 0;
            Assert.Equal((long)(Math.Sign(mantissa) * nearest), scale.ToUnits(mantissa, exponent));
            Assert.Equal((long)(Math.Sign(mantissa) * nearest), scale.ToUnits(new ExactDecimal(mantissa, exponent)));
        }
    }

    private static ExactDecimal Parse(string text) => ExactDecimal.TryParse(text, out var value) ? value : throw new FormatException(text);
}
