using MentorCloud.Domain.Cohorts.Taxonomy;
using MentorCloud.Gateway.Access;

namespace MentorCloud.Gateway.Cohorts.Taxonomy;

/// <summary>Fields of <c>Query</c> about the taxonomy.</summary>
internal static class TaxonomyQueries
{
    public static async Task<IReadOnlyList<Experience>> TaxonomyAsync(Caller caller, GrainReader grains) =>
        (await grains.Taxonomy(caller).Get(caller.Actor)).OrThrow().Experiences;
}
