using MentorCloud.App.Imports;

namespace MentorCloud.App.Demo;

/// <summary>The demo's imports, in the admin's name.</summary>
internal sealed class DemoRoster(
    FrameworkImport frameworks, RosterImport rosters, DemoIds ids, DemoSource source, DemoProgress? progress)
{
    public async Task<FrameworkImportResult> ImportFrameworkAsync(CancellationToken cancellationToken)
    {
        var files = await source.OpenFrameworkAsync();
        await using var skills = files.Skills;
        await using var styles = files.WorkStyles;
        await using var anchors = files.Anchors;
        var command = new ImportFrameworkCommand(ids.Tenant, ids.Admin, ids.Command("framework"), source.FrameworkName, files) { Options = source.Scales };
        return await frameworks.RunAsync(command, progress, cancellationToken);
    }

    public async Task<ImportReport> ImportPeopleAsync(FrameworkProfiles profiles, CancellationToken cancellationToken)
    {
        await using var roster = await source.OpenRosterAsync();
        var command = new ImportRosterCommand(ids.Tenant, ids.Admin, ids.Command("roster"), roster) { Profiles = profiles, Cohort = ids.Cohort };
        return await rosters.RunAsync(command, progress, cancellationToken);
    }
}
