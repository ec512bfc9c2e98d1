using System.Collections.Immutable;
using MentorCloud.App.Imports;
using MentorCloud.Contracts.Solving;
using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.People;
using MentorCloud.Domain.Tenants.Frameworks;

namespace MentorCloud.App.RosterMatch;

/// <summary>Reads a roster and its framework as an import would (docs/imports.md), but stores nothing.</summary>
/// <param name="People">The roster.</param>
/// <param name="Framework">The skills.</param>
/// <param name="WorkStyles">The work styles; null when there are none, which leaves cognitive distance out of every score.</param>
internal sealed record RosterFiles(FileInfo People, FileInfo Framework, FileInfo? WorkStyles)
{
    /// <summary>Everybody as the solver takes them, in the order of their ids; with the reports on both files, of which the first with errors is the last.</summary>
    /// <param name="objective">What to optimise.</param>
    /// <param name="weights">How much each factor counts.</param>
    /// <param name="at">The instant whose time-zone offsets count for shared working hours.</param>
    /// <param name="progress">Told how far each file is read.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<(SolveTask? Task, ImmutableArray<ImportReport> Reports)> ReadAsync(
        MatchObjective objective, MatchWeights weights, DateTimeOffset at, IProgress<ImportProgress> progress, CancellationToken cancel)
    {
        var reading = await ReadFrameworkAsync(progress, cancel);
        if (reading.Draft is not { } draft)
        {
            return (null, [reading.Report]);
        }

        var nobody = EntityId.Derive<TenantId>(Guid.Empty, "spreadsheet");
        await using var source = ImportSource.Open(People.FullName);
        var reader = new RosterReader(FrameworkProfiles.Of(draft, nobody), ImportLimits.Default);
        var check = await reader.CheckAsync(source, progress, cancel);
        if (check.Refusal is not null)
        {
            return (null, [reading.Report, check]);
        }

        var people = new List<ParticipantState>();
        await foreach (var person in reader.ReadAsync(source, progress, cancel))
        {
            people.Add(StateOf(person.Registration, nobody, at));
        }

        return (TaskOf(people, draft.Competencies, objective, weights, at), [reading.Report, check]);
    }

    private async Task<FrameworkReading> ReadFrameworkAsync(IProgress<ImportProgress> progress, CancellationToken cancel)
    {
        await using var skills = ImportSource.Open(Framework.FullName);
        await using var styles = WorkStyles is null ? null : ImportSource.Open(WorkStyles.FullName);
        return await new FrameworkReader(new FrameworkOptions(), ImportLimits.Default).ReadAsync(
            Framework.Name, new FrameworkFiles(skills, styles), skipInvalid: false, progress, cancel);
    }

    private static ParticipantState StateOf(RegisterParticipant registration, TenantId tenant, DateTimeOffset at) => new()
    {
        Id = EntityId.Derive<ParticipantId>(tenant.Value, registration.ExternalId),
        Tenant = tenant,
        Profile = registration,
        RegisteredAt = at,
    };

    private static SolveTask TaskOf(
        List<ParticipantState> people, ImmutableArray<Competency> competencies, MatchObjective objective, MatchWeights weights, DateTimeOffset at)
    {
        var sorted = people.OrderBy(person => person.Profile.ExternalId, StringComparer.Ordinal).ToLookup(person => person.Profile.Kind);
        return new SolveTask(
            objective,
            weights,
            at,
            competencies.Count(competency => competency.Kind == CompetencyKind.Skill),
            [.. competencies.Select(competency => (competency.Least, competency.Most))],
            [.. competencies.Select(competency => competency.Name)],
            [.. sorted[ParticipantKind.Mentor]],
            [.. sorted[ParticipantKind.Mentee]]);
    }
}
