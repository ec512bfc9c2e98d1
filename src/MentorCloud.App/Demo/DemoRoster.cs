using MentorCloud.App.Imports;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.People;

namespace MentorCloud.App.Demo;

/// <summary>The demo's imports, in the admin's name.</summary>
internal sealed class DemoRoster(
    FrameworkImport frameworks, RosterImport rosters, DemoIds ids, DemoSource source, DemoProgress? progress)
{
    private readonly Dictionary<ParticipantId, string> emails = [];

    /// <summary>The addresses that the imported roster gives, for accounts.</summary>
    public IReadOnlyDictionary<ParticipantId, string> Emails => emails;

    public async Task<FrameworkImportResult> ImportFrameworkAsync(CancellationToken cancellationToken)
    {
        var files = await source.OpenFrameworkAsync();
        await using var skills = files.Skills;
        await using var styles = files.WorkStyles;
        await using var anchors = files.Anchors;
        var command = new ImportFrameworkCommand(ids.Tenant, ids.Admin, ids.Command("framework"), source.FrameworkName, files) { Options = source.Scales };
        return await frameworks.RunAsync(command, progress, cancellationToken);
    }

    public async Task<ImportReport> ImportPeopleAsync(FrameworkProfiles profiles, DemoTaxonomy taxonomy, CancellationToken cancellationToken)
    {
        await using (var read = await source.OpenRosterAsync())
        {
            await taxonomy.ExtendAsync(read, profiles, cancellationToken);
        }

        await using var roster = await source.OpenRosterAsync();
        var command = new ImportRosterCommand(ids.Tenant, ids.Admin, ids.Command("roster"), roster)
        {
            Profiles = profiles, Cohort = ids.Cohort, Seen = NoteEmail,
        };
        return await rosters.RunAsync(command, progress, cancellationToken);
    }

    private void NoteEmail(RosterPerson person)
    {
        if (person.Email is not null)
        {
            emails[ParticipantDecisions.IdOf(ids.Tenant, person.Registration.ExternalId)] = person.Email;
        }
    }
}
