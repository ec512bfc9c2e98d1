namespace MentorCloud.App.Imports;

/// <summary>How far a file has been read; told about every 1,000 rows and at the end.</summary>
/// <param name="File">The file's name as the caller gave it.</param>
/// <param name="BytesRead">Bytes taken from the file in this pass; runs ahead of the rows by at most one buffer.</param>
/// <param name="TotalBytes">The file's length in bytes.</param>
/// <param name="Rows">Rows read below the header in this pass.</param>
internal sealed record ImportProgress(string File, long BytesRead, long TotalBytes, int Rows);
