namespace MentorCloud.App.Imports;

/// <summary>Something in a file that is imported all the same, but that a person should look at.</summary>
/// <param name="File">The file's name as the caller gave it.</param>
/// <param name="Line">The line on which the row begins, from 1.</param>
/// <param name="Column">The column's name from the header.</param>
/// <param name="Message">One sentence in English.</param>
internal sealed record ImportWarning(string File, long Line, string Column, string Message);
