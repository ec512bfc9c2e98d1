using System.Globalization;
using System.Numerics;

namespace MentorCloud.Matching.Decimals;

/// <summary>A finite decimal without rounding: mantissa * 10^exponent, without trailing zeros in the mantissa.</summary>
/// <param name="Mantissa">Signed digits.</param>
/// <param name="Exponent">Power of ten; 0 for the number 0.</param>
public readonly record struct ExactDecimal(BigInteger Mantissa, int Exponent)
{
    private const int MostDigits = 400;
    private static readonly double DigitsOfBit = Math.Log10(2);

    /// <summary>
    /// Reads a decimal such as -12.5 or 3e-7 (invariant culture, no separators). False for anything else, NaN and infinities
    /// included, and beyond 400 digits or powers of ten.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<char> text, out ExactDecimal value)
    {
        value = default;
        text = text.Trim();
        var power = 0;
        var mark = text.IndexOfAny('e', 'E');
        if (mark >= 0 && !int.TryParse(text[(mark + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out power))
            return false;
        var exponent = (long)power;
        var digits = (mark >= 0 ? text[..mark] : text).ToString();
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        if (point >= 0)
        {
            exponent -= digits.Length - point - 1;
            digits = digits.Remove(point, 1);
        }

        if (digits.Length > MostDigits || exponent is < -MostDigits or > MostDigits || digits.TrimStart('+', '-').Length == 0)
            return false;
        if (!BigInteger.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var mantissa))
            return false;
        value = Normal(mantissa, (int)exponent);
        return true;
    }

    /// <summary>
    /// Below 0 if the first number is less than the second, 0 if they are equal, however they are written. Powers of ten are
    /// multiplied out only where sign and magnitude do not tell.
    /// </summary>
    public static int Compare(ExactDecimal one, ExactDecimal other)
    {
        var (sign, others) = (one.Mantissa.Sign, other.Mantissa.Sign);
        if (sign != others || sign == 0)
            return sign.CompareTo(others);
        if (one.Exponent == other.Exponent)
            return one.Mantissa.CompareTo(other.Mantissa);
        // Each magnitude is above its number's by less than a bit, so that a whole digit between them tells.
        var apart = one.Magnitude - other.Magnitude;
        if (Math.Abs(apart) > 1)
            return apart > 0 ? sign : -sign;
        var common = Math.Min(one.Exponent, other.Exponent);
        return (one.Mantissa * BigInteger.Pow(10, one.Exponent - common)).CompareTo(other.Mantissa * BigInteger.Pow(10, other.Exponent - common));
    }

    /// <summary>Digits before the point, in fractions: the decimal logarithm or up to 0.302 above it. Of no use for 0.</summary>
    internal double Magnitude => (Mantissa.GetBitLength() * DigitsOfBit) + Exponent;

    /// <summary>The nearest double.</summary>
    public double ToDouble() => double.Parse(ToString(), NumberStyles.Float, CultureInfo.InvariantCulture);

    /// <summary>The number in scientific notation, exact.</summary>
    public override string ToString() => $"{Mantissa.ToString(CultureInfo.InvariantCulture)}e{Exponent.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>The number without a power of ten, exact: -12.5, 0.0003, 4000. A JSON number as well.</summary>
    public string ToPlainString()
    {
        var digits = BigInteger.Abs(Mantissa).ToString(CultureInfo.InvariantCulture);
        if (Exponent >= 0)
            digits += new string('0', Exponent);
        else
            digits = digits.PadLeft(1 - Exponent, '0').Insert(Math.Max(1, digits.Length + Exponent), ".");
        return Mantissa.Sign < 0 ? "-" + digits : digits;
    }

    /// <summary>The exact sum.</summary>
    public static ExactDecimal Sum(IEnumerable<ExactDecimal> values)
    {
        var (sum, exponent) = (BigInteger.Zero, 0);
        foreach (var value in values)
        {
            var common = Math.Min(exponent, value.Exponent);
            sum = (sum * BigInteger.Pow(10, exponent - common)) + (value.Mantissa * BigInteger.Pow(10, value.Exponent - common));
            exponent = common;
        }

        return Normal(sum, exponent);
    }

    private static ExactDecimal Normal(BigInteger mantissa, int exponent)
    {
        if (mantissa.IsZero)
            return new ExactDecimal(mantissa, 0);
        while (BigInteger.Remainder(mantissa, 10).IsZero)
        {
            mantissa /= 10;
            exponent++;
        }

        return new ExactDecimal(mantissa, exponent);
    }
}
