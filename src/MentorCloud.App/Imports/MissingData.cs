namespace MentorCloud.App.Imports;

/// <summary>Data that matching would use and that the file does not have; matching treats it as neutral.</summary>
/// <param name="Column">The optional column.</param>
/// <param name="People">How many people lack it.</param>
internal sealed record MissingData(string Column, int People);
