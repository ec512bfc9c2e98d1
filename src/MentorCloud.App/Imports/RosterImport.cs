using MentorCloud.App.Imports.Rosters;
using MentorCloud.Contracts.Grains;
using MentorCloud.Domain.Cohorts.Taxonomy;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.App.Imports;

/// <summary>
/// Imports a roster through its grains, in two passes: the first checks the whole file, the second registers person by
/// person and then enrols in chunks. Repeating it, also after a crash half-way, changes nothing that is right already.
/// </summary>
/// <param name="grains">The grains.</param>
/// <param name="limits">How much the file may hold.</param>
internal sealed class RosterImport(IGrainFactory grains, ImportLimits limits)
{
    private const int EnrolledAtOnce = 500;

    /// <summary>Checks and imports.</summary>
    /// <param name="command">What to import, for whom.</param>
    /// <param name="progress">Told how far the file is read, in each of the two passes; null for nobody.</param>
    /// <param name="cancel">Gives up between people; repeating the command finishes it.</param>
    /// <returns>The report; errors in the file, and people whom the program's state refuses, are in it by line.</returns>
    /// <exception cref="RefusedException">NOT_FOUND (tenant, cohort), COHORT_CLOSED, FORBIDDEN, TENANT_SUSPENDED, STORAGE_UNAVAILABLE and the like.</exception>
    public async Task<ImportReport> RunAsync(
        ImportRosterCommand command, IProgress<ImportProgress>? progress = null, CancellationToken cancel = default)
    {
        await CheckCohortAsync(command);
        var profiles = command.Profiles ?? await FrameworkProfiles.LoadAsync(grains, command.Tenant, command.Actor);
        var taxonomy = (await grains.GetGrain<ITaxonomyGrain>(GrainKey.Of(command.Tenant, command.Tenant)).Get(command.Actor)).OrThrow();
        var terms = new TaxonomyTerms(taxonomy);
        var check = await new RosterReader(profiles, limits) { Terms = terms }.CheckAsync(command.Roster, progress, cancel);
        var isReadable = check.Refusal is null || (command.SkipInvalid && check.Refusal.Code == ErrorCodes.RosterInvalid);
        if (!isReadable || check.Read == check.Skipped)
        {
            return check;
        }

        var log = new ImportLog(limits);
        var pass = new RosterPass(profiles, terms, new ImportContext(log, limits, progress));
        var registration = new RosterRegistration(grains, command, log);
        await registration.RunAsync(pass.ReadAsync(command.Roster, cancel), cancel);
        await EnrolAsync(command, registration.Registered, cancel);
        return log.ToReport() with
        {
            Imported = registration.Imported, Unchanged = registration.Unchanged, Missing = pass.Gaps.ToMissing(),
        };
    }

    /// <summary>A cohort that does not exist is told before anybody is registered.</summary>
    private async Task CheckCohortAsync(ImportRosterCommand command)
    {
        if (command.Cohort is { } cohort)
        {
            (await grains.GetGrain<ICohortGrain>(GrainKey.Of(command.Tenant, cohort)).Get(command.Actor)).OrThrow();
        }
    }

    private async Task EnrolAsync(ImportRosterCommand command, IReadOnlyList<ParticipantId> people, CancellationToken cancel)
    {
        if (command.Cohort is not { } cohort)
        {
            return;
        }

        var grain = grains.GetGrain<ICohortGrain>(GrainKey.Of(command.Tenant, cohort));
        foreach (var chunk in people.Chunk(EnrolledAtOnce))
        {
            cancel.ThrowIfCancellationRequested();
            var step = EntityId.Derive<CommandId>(command.Id.Value, "enrol", cohort.ToString(), string.Join(',', chunk));
            (await grain.Enrol(command.Actor, step, [.. chunk])).OrThrow();
        }
    }
}
