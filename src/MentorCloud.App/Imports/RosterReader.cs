using MentorCloud.App.Imports.Rosters;
using MentorCloud.Domain.Cohorts.Taxonomy;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.App.Imports;

/// <summary>
/// Reads a roster, row by row: memory grows with the number of people (an id and an address each), not with the
/// file. Columns: docs/imports.md.
/// </summary>
/// <param name="profiles">The framework that profile_code, target_code and priorities are resolved against; null when the tenant has none.</param>
/// <param name="limits">How much the file may hold.</param>
internal sealed class RosterReader(FrameworkProfiles? profiles, ImportLimits limits)
{
    /// <summary>The taxonomy that experiences have to be of. Default null: every word is right.</summary>
    public TaxonomyTerms? Terms { get; init; }

    /// <summary>Checks the whole file and imports nothing.</summary>
    /// <param name="source">The file; read from its beginning.</param>
    /// <param name="progress">Told how far the file is read; null for nobody.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>Counts, errors, warnings, missing data; with ROSTER_INVALID or FILE_TOO_LARGE when there are errors.</returns>
    public async Task<ImportReport> CheckAsync(ImportSource source, IProgress<ImportProgress>? progress = null, CancellationToken cancel = default)
    {
        var log = new ImportLog(limits);
        var pass = new RosterPass(profiles, Terms, new ImportContext(log, limits, progress));
        await foreach (var _ in pass.ReadAsync(source, cancel))
        {
            // The pass itself tells the log what is wrong.
        }

        return log.ToReport() with { Missing = pass.Gaps.ToMissing(), Refusal = RefusalOf(log) };
    }

    /// <summary>Reads the people of the right rows; wrong rows are left out in silence, so check the file first.</summary>
    /// <param name="source">The file; read from its beginning.</param>
    /// <param name="progress">Told how far the file is read; null for nobody.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The people in the order of the file.</returns>
    public IAsyncEnumerable<RosterPerson> ReadAsync(
        ImportSource source, IProgress<ImportProgress>? progress = null, CancellationToken cancel = default) =>
        new RosterPass(profiles, Terms, new ImportContext(new ImportLog(limits), limits, progress)).ReadAsync(source, cancel);

    private static Refusal? RefusalOf(ImportLog log) => log switch
    {
        { IsTooLarge: true } => new Refusal(ErrorCodes.FileTooLarge, "The file is larger than what can be imported; split it."),
        { ErrorCount: > 0 } => new Refusal(
            ErrorCodes.RosterInvalid, $"The roster has {log.ErrorCount} errors; nothing was imported. Correct them and repeat."),
        _ => null,
    };
}
