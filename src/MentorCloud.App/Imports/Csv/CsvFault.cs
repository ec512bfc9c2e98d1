namespace MentorCloud.App.Imports.Csv;

/// <summary>Why a row is not well-formed.</summary>
/// <param name="Line">The line of the cell at fault.</param>
/// <param name="Cell">Which cell, from 0.</param>
/// <param name="Expected">What would have been right.</param>
/// <param name="Found">What stands there.</param>
internal sealed record CsvFault(long Line, int Cell, string Expected, string Found);
