using MentorCloud.App.Imports;
using MentorCloud.Contracts.Grains;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Cohorts.Taxonomy;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.App.Demo;

/// <summary>A demo's roster brings its own words for experiences; the tenant's taxonomy takes them up before the import asks for them.</summary>
internal sealed class DemoTaxonomy(IGrainFactory grains, TenantId tenant, Actor admin)
{
    private const int AtOnce = 100;

    /// <summary>Adds what the roster names and the taxonomy lacks; a wrong row is left to the import.</summary>
    public async Task ExtendAsync(ImportSource roster, FrameworkProfiles profiles, CancellationToken cancellationToken)
    {
        var taxonomy = grains.GetGrain<ITaxonomyGrain>(GrainKey.Of(tenant, tenant));
        var terms = new TaxonomyTerms((await taxonomy.Get(admin)).OrThrow());
        var lacking = new SortedSet<string>(StringComparer.OrdinalIgnoreCase);
        await foreach (var person in new RosterReader(profiles, ImportLimits.Default).ReadAsync(roster, cancel: cancellationToken))
        {
            var intake = person.Registration.Intake;
            lacking.UnionWith(intake.Experiences.Concat(intake.WantedExperiences).Where(each => terms.Find(each) is null));
        }

        foreach (var chunk in lacking.Chunk(AtOnce))
        {
            var command = EntityId.Derive<CommandId>(tenant.Value, "taxonomy", string.Join(';', chunk));
            (await taxonomy.Add(admin, command, [.. chunk.Select(name => new Experience(ExperienceCategory.Other, name))])).OrThrow();
        }
    }
}
