using System.Text;
using MentorCloud.Contracts.Imports;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.App.Imports;

/// <summary>Imports of small files as text, for the gateway.</summary>
internal sealed class TextImports(FrameworkImport frameworks, RosterImport rosters, ImportLimits limits) : IImports
{
    private const int MostShown = 100;

    /// <inheritdoc/>
    public async Task<ImportOutcome> ImportFrameworkAsync(Actor actor, CommandId id, FrameworkTexts files, CancellationToken cancellationToken)
    {
        await using var skills = await OpenAsync("skills.csv", files.Skills, cancellationToken);
        await using var styles = await OpenAsync("work-styles.csv", files.WorkStyles, cancellationToken);
        await using var anchors = files.Anchors is null ? null : await OpenAsync("anchors.csv", files.Anchors, cancellationToken);
        var command = new ImportFrameworkCommand(TenantOf(actor), actor, id, files.Name, new FrameworkFiles(skills, styles, anchors));
        return Outcome((await frameworks.RunAsync(command, cancel: cancellationToken)).Report);
    }

    /// <inheritdoc/>
    public async Task<ImportOutcome> ImportRosterAsync(Actor actor, CommandId id, RosterText roster, CancellationToken cancellationToken)
    {
        await using var source = await OpenAsync("roster.csv", roster.Csv, cancellationToken);
        var command = new ImportRosterCommand(TenantOf(actor), actor, id, source) { Cohort = roster.Cohort, SkipInvalid = roster.SkipInvalid };
        return Outcome(await rosters.RunAsync(command, cancel: cancellationToken));
    }

    private static TenantId TenantOf(Actor actor) =>
        actor.Tenant ?? throw new RefusedException(new Refusal(ErrorCodes.Unauthenticated, "Log in first, or send a valid access token."));

    private static ImportOutcome Outcome(ImportReport report) => new(
        report.Read,
        report.Imported,
        report.Unchanged,
        report.Skipped,
        [.. report.Errors.Take(MostShown).Select(error =>
            new ImportProblem(error.File, (int)Math.Min(error.Line, int.MaxValue), error.Column, error.Expected, error.Found))],
        [.. report.Warnings.Take(MostShown).Select(warning => $"{warning.File} line {warning.Line}, {warning.Column}: {warning.Message}")
            .Concat(report.Missing.Select(missing => $"{missing.People} people have no {missing.Column}; matching takes that as neutral."))],
        report.Refusal);

    private Task<ImportSource> OpenAsync(string name, string text, CancellationToken cancellationToken) =>
        ImportSource.FromAsync(name, new MemoryStream(Encoding.UTF8.GetBytes(text)), limits, cancellationToken);
}
