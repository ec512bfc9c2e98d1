namespace MentorCloud.Gateway.Cohorts.Taxonomy;

/// <summary>The input of the same name.</summary>
internal sealed record TaxonomyRetireInput(string IdempotencyKey, IReadOnlyList<string> Names);
