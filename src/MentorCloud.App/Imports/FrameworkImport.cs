using MentorCloud.Contracts.Grains;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;
using MentorCloud.Domain.Tenants.Frameworks;

namespace MentorCloud.App.Imports;

/// <summary>
/// Imports a competency framework through its grains: pages, then the framework, then its adoption. A step repeated
/// after a crash does nothing twice, because the framework's id is derived from its content.
/// </summary>
/// <param name="grains">The grains.</param>
/// <param name="limits">How much the files may hold.</param>
internal sealed class FrameworkImport(IGrainFactory grains, ImportLimits limits)
{
    /// <summary>Reads, checks and imports.</summary>
    /// <param name="command">What to import, for whom.</param>
    /// <param name="progress">Told how far each file is read; null for nobody.</param>
    /// <param name="cancel">Gives up between steps; repeating the command finishes it.</param>
    /// <returns>The framework and the report; errors in the files are in the report.</returns>
    /// <exception cref="RefusedException">NOT_FOUND (tenant), FORBIDDEN, TENANT_SUSPENDED, STORAGE_UNAVAILABLE and the like.</exception>
    public async Task<FrameworkImportResult> RunAsync(
        ImportFrameworkCommand command, IProgress<ImportProgress>? progress = null, CancellationToken cancel = default)
    {
        var reading = await new FrameworkReader(command.Options, limits).ReadAsync(
            command.Name, command.Files, command.SkipInvalid, progress, cancel);
        if (reading.Draft is not { } draft)
        {
            return new FrameworkImportResult(null, reading.Report);
        }

        var profiles = FrameworkProfiles.Of(draft, command.Tenant);
        var tenant = grains.GetGrain<ITenantGrain>(GrainKey.Of(command.Tenant, command.Tenant));
        if ((await tenant.Get(command.Actor)).OrThrow().Framework == profiles.Id)
        {
            return new FrameworkImportResult(profiles, reading.Report with { Unchanged = draft.Profiles.Length });
        }

        await StoreAsync(command, profiles.Id, draft, cancel);
        var adoption = EntityId.Derive<CommandId>(command.Id.Value, "adopt", profiles.Id.ToString());
        (await tenant.AdoptFramework(command.Actor, adoption, profiles.Id)).OrThrow();
        return new FrameworkImportResult(profiles, reading.Report with { Imported = draft.Profiles.Length });
    }

    private async Task StoreAsync(ImportFrameworkCommand command, FrameworkId id, FrameworkDraft draft, CancellationToken cancel)
    {
        var framework = grains.GetGrain<IFrameworkGrain>(GrainKey.Of(command.Tenant, id));
        if ((await framework.Get(command.Actor)).Refusal is null)
        {
            // An older version that comes back: it is complete, and frameworks never change.
            return;
        }

        var pages = draft.Profiles.Chunk(FrameworkState.ProfilesPerPage).ToArray();
        for (var page = 0; page < pages.Length; page++)
        {
            cancel.ThrowIfCancellationRequested();
            var grain = grains.GetGrain<IFrameworkPageGrain>(GrainKey.OfPage(command.Tenant, id, page));
            (await grain.Store(command.Actor, StepOf(id, $"page {page}"), new FrameworkPageState([.. pages[page]]))).OrThrow();
        }

        var import = new ImportFramework(draft.Name, draft.Competencies, pages.Length, draft.Profiles.Length);
        (await framework.Import(command.Actor, StepOf(id, "import"), import)).OrThrow();
    }

    /// <summary>Steps are named by the content, not by the caller's key: the same content is one framework, whoever imports it.</summary>
    private static CommandId StepOf(FrameworkId id, string step) => EntityId.Derive<CommandId>(id.Value, step);
}
