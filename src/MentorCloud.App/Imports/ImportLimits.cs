namespace MentorCloud.App.Imports;

/// <summary>How much a file may hold. They bound the memory of an import, whatever the file.</summary>
internal sealed record ImportLimits
{
    /// <summary>The limits that hold where nothing else is said.</summary>
    public static ImportLimits Default { get; } = new();

    /// <summary>The longest file, in bytes. Default 256 MB.</summary>
    public long MaxBytes { get; init; } = 256L * 1024 * 1024;

    /// <summary>The most people in a roster. Default 200,000; about 150 bytes of memory each.</summary>
    public int MaxPeople { get; init; } = 200_000;

    /// <summary>The most profiles in a framework, which is held in memory as a whole. Default 20,000.</summary>
    public int MaxProfiles { get; init; } = 20_000;

    /// <summary>The most errors and the most warnings that a report spells out; the others are counted. Default 1,000.</summary>
    public int MaxErrors { get; init; } = 1_000;

    /// <summary>The longest cell, in characters. Default 12,000: fifty entries of 200 characters fit.</summary>
    public int MaxCellLength { get; init; } = 12_000;

    /// <summary>The most cells in a row. Default 200.</summary>
    public int MaxCells { get; init; } = 200;
}
