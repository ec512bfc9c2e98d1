using System.Buffers;
using System.Text;
using MentorCloud.Matching.Decimals;

namespace MentorCloud.App.Spreadsheets;

/// <summary>Reads a cell as a finite decimal, exactly.</summary>
internal static class ScoreCell
{
    /// <summary>Most digits behind the point of a short decimal.</summary>
    public const int MostDecimals = 100;

    private const int MostDigits = 18;
    private static readonly SearchValues<byte> OfNumbers = SearchValues.Create("+-.0123456789eE"u8);

    /// <summary>
    /// A decimal without a power of ten, of at most 18 digits from the first that is not 0, as nearly all are; false for
    /// anything else.
    /// </summary>
    public static bool TryReadShort(ReadOnlySpan<byte> cell, out long mantissa, out int exponent)
    {
        (mantissa, exponent) = (0, 0);
        var isNegative = cell.Length > 0 && cell[0] == '-';
        var at = isNegative || (cell.Length > 0 && cell[0] == '+') ? 1 : 0;
        var (digits, significant, point) = (0, 0, -1);
        for (; at < cell.Length; at++)
        {
            var digit = cell[at] - '0';
            if ((uint)digit <= 9)
            {
                mantissa = (mantissa * 10) + digit;
                digits++;
                significant += mantissa != 0 ? 1 : 0;
            }
            else if (cell[at] == '.' && point < 0)
            {
                point = digits;
            }
            else
            {
                return false;
            }

            if (significant > MostDigits)
            {
                return false;
            }
        }

        exponent = point < 0 ? 0 : point - digits;
        if (digits == 0 || exponent < -MostDecimals)
        {
            return false;
        }

        mantissa = isNegative ? -mantissa : mantissa;
        Normalise(ref mantissa, ref exponent);
        return true;
    }

    /// <summary>Any finite decimal that can be written, 3e-7 too; false for what is no number, NaN and infinities.</summary>
    public static bool TryReadAny(ReadOnlySpan<byte> cell, out ExactDecimal value)
    {
        value = default;
        return cell.IndexOfAnyExcept(OfNumbers) < 0 && ExactDecimal.TryParse(Encoding.ASCII.GetString(cell), out value);
    }

    private static void Normalise(ref long mantissa, ref int exponent)
    {
        if (mantissa == 0)
        {
            exponent = 0;
        }

        while (exponent < 0 && mantissa % 10 == 0)
        {
            mantissa /= 10;
            exponent++;
        }
    }
}
