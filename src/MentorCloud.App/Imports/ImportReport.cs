using System.Collections.Immutable;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.App.Imports;

/// <summary>What an import, or a check before it, found and did.</summary>
internal sealed record ImportReport
{
    /// <summary>Rows read below the header, wrong ones too.</summary>
    public int Read { get; init; }

    /// <summary>Rows that made something new or changed something.</summary>
    public int Imported { get; init; }

    /// <summary>Rows that were there already, exactly so.</summary>
    public int Unchanged { get; init; }

    /// <summary>Rows left out because of their errors.</summary>
    public int Skipped { get; init; }

    /// <summary>How many errors there are in all, spelled out or not.</summary>
    public int ErrorCount { get; init; }

    /// <summary>The first errors, in the order of the file; at most <see cref="ImportLimits.MaxErrors"/>.</summary>
    public ImmutableArray<ImportError> Errors { get; init; } = [];

    /// <summary>How many warnings there are in all, spelled out or not.</summary>
    public int WarningCount { get; init; }

    /// <summary>The first warnings, in the order of the file; at most <see cref="ImportLimits.MaxErrors"/>.</summary>
    public ImmutableArray<ImportWarning> Warnings { get; init; } = [];

    /// <summary>Data that matching would use and that people lack; only columns that somebody lacks.</summary>
    public ImmutableArray<MissingData> Missing { get; init; } = [];

    /// <summary>Why nothing was imported: ROSTER_INVALID, FRAMEWORK_INVALID or FILE_TOO_LARGE; null when it was.</summary>
    public Refusal? Refusal { get; init; }
}
