using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace MentorCloud.App.Imports;

/// <summary>Collects what is wrong with one import: the first errors in full, all of them in number. Not for several threads.</summary>
internal sealed class ImportLog(ImportLimits limits)
{
    private const int LongestFound = 60;

    private readonly ImmutableArray<ImportError>.Builder errors = ImmutableArray.CreateBuilder<ImportError>();
    private readonly ImmutableArray<ImportWarning>.Builder warnings = ImmutableArray.CreateBuilder<ImportWarning>();
    private int warningCount;

    public int ErrorCount { get; private set; }

    /// <summary>Whether a file exceeded its bytes: that is told by a code of its own.</summary>
    public bool IsTooLarge { get; private set; }

    public int Read { get; set; }

    public int Skipped { get; set; }

    public void Error(string file, long line, string column, string expected, string found)
    {
        ErrorCount++;
        if (errors.Count < limits.MaxErrors)
        {
            errors.Add(new ImportError(file, line, column, expected, found));
        }
    }

    public void TooLarge(string file, long bytes)
    {
        IsTooLarge = true;
        Error(file, 0, string.Empty, $"a file of at most {limits.MaxBytes} bytes; split it", $"{bytes} bytes or more");
    }

    public void Warn(string file, long line, string column, string message)
    {
        warningCount++;
        if (warnings.Count < limits.MaxErrors)
        {
            warnings.Add(new ImportWarning(file, line, column, message));
        }
    }

    public ImportReport ToReport() => new()
    {
        Read = Read,
        Skipped = Skipped,
        ErrorCount = ErrorCount,
        Errors = errors.ToImmutable(),
        WarningCount = warningCount,
        Warnings = warnings.ToImmutable(),
    };

    /// <summary>A cell as a message shows it: quoted, short, with nothing in it that a terminal or a log would act on.</summary>
    public static string Show(string cell)
    {
        if (cell.Length == 0)
        {
            return "nothing";
        }

        var shown = new StringBuilder("'");
        foreach (var character in cell.AsSpan(0, Math.Min(cell.Length, LongestFound)))
        {
            _ = character switch
            {
                '\0' => shown.Append("\\0"),
                '\t' => shown.Append("\\t"),
                '\n' => shown.Append("\\n"),
                '\r' => shown.Append("\\r"),
                _ when IsUnshowable(character) => shown.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}"),
                _ => shown.Append(character),
            };
        }

        return shown.Append(cell.Length > LongestFound ? "…'" : "'").ToString();
    }

    private static bool IsUnshowable(char character) => char.GetUnicodeCategory(character) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;
}
