using MentorCloud.Contracts.Grains;
using MentorCloud.Domain.Cohorts.Taxonomy;
using MentorCloud.Gateway.Access;
using MentorCloud.Gateway.Mutations;

namespace MentorCloud.Gateway.Cohorts.Taxonomy;

/// <summary>The tenant's taxonomy of experiences: its mutations and its query.</summary>
internal static class TaxonomyMutations
{
    public static Task<TaxonomyPayload> TaxonomyAddAsync(TaxonomyAddInput input, Caller caller, GrainReader grains) => ChangeAsync(() =>
        grains.Taxonomy(caller).Add(caller.Actor, caller.Command(input.IdempotencyKey), [.. input.Experiences]));

    public static Task<TaxonomyPayload> TaxonomyRetireAsync(TaxonomyRetireInput input, Caller caller, GrainReader grains) => ChangeAsync(() =>
        grains.Taxonomy(caller).Retire(caller.Actor, caller.Command(input.IdempotencyKey), [.. input.Names]));

    private static async Task<TaxonomyPayload> ChangeAsync(Func<Task<Reply<ExperienceTaxonomy>>> mutation)
    {
        var (taxonomy, errors) = await Attempt.RunAsync(mutation);
        return new TaxonomyPayload(taxonomy is null ? null : taxonomy.Experiences, errors);
    }
}
