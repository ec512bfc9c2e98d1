namespace MentorCloud.App.Imports;

/// <summary>One thing in a file that must be corrected.</summary>
/// <param name="File">The file's name as the caller gave it.</param>
/// <param name="Line">The line on which the row begins, from 1; 0 when the whole file is meant.</param>
/// <param name="Column">The column's name from the header; empty when the whole row is meant.</param>
/// <param name="Expected">What would have been right.</param>
/// <param name="Found">What stands there, shortened to 60 characters, control characters written as escapes.</param>
internal sealed record ImportError(string File, long Line, string Column, string Expected, string Found)
{
    /// <summary>One line for people: <c>roster.csv line 7, time_zone: expected …, found …</c>.</summary>
    /// <returns>The line.</returns>
    public override string ToString()
    {
        var place = (Line, Column) switch
        {
            (0, _) => File,
            (_, "") => $"{File} line {Line}",
            _ => $"{File} line {Line}, {Column}",
        };
        return $"{place}: expected {Expected}; found {Found}";
    }
}
