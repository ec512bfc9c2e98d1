namespace MentorCloud.Contracts.Imports;

/// <summary>One thing in a file that must be corrected.</summary>
/// <param name="File">The file.</param>
/// <param name="Line">Line from 1; 0 when the whole file is meant.</param>
/// <param name="Column">The column's name; empty when the whole row is meant.</param>
/// <param name="Expected">What would have been right.</param>
/// <param name="Found">What stands there, shortened.</param>
public sealed record ImportProblem(string File, int Line, string Column, string Expected, string Found);
