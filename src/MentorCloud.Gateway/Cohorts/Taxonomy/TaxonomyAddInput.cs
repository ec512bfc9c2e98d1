using MentorCloud.Domain.Cohorts.Taxonomy;

namespace MentorCloud.Gateway.Cohorts.Taxonomy;

/// <summary>The input of the same name.</summary>
internal sealed record TaxonomyAddInput(string IdempotencyKey, IReadOnlyList<Experience> Experiences);
