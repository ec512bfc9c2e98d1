namespace MentorCloud.App.Imports.Csv;

/// <summary>What no cell may hold, whatever its column.</summary>
internal static class CsvCell
{
    /// <summary>The characters with which a spreadsheet begins a formula; a tab hides one from the eye.</summary>
    private const string FormulaLeads = "=+-@\t";

    /// <summary>What was expected of a cell that holds what none may; null when it does not.</summary>
    public static string? Refuse(string cell)
    {
        foreach (var character in cell)
        {
            if (character == '\uFFFD')
            {
                return "text in UTF-8; save the file with that encoding";
            }

            if (char.IsControl(character) && character is not ('\t' or '\n' or '\r'))
            {
                return "text without control characters";
            }
        }

        return null;
    }

    /// <summary>What was expected of a text cell that a spreadsheet would run when it is exported again; null when it would not.</summary>
    public static string? RefuseFormula(string cell)
    {
        var trimmed = cell.AsSpan().Trim(' ');
        return trimmed.Length > 0 && FormulaLeads.Contains(trimmed[0])
            ? "text that does not begin with =, +, -, @ or a tab, which spreadsheets run as a formula"
            : null;
    }
}
