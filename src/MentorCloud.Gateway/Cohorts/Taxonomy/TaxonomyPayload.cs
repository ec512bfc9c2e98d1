using MentorCloud.Domain.Cohorts.Taxonomy;
using MentorCloud.Gateway.Errors;

namespace MentorCloud.Gateway.Cohorts.Taxonomy;

/// <summary>The payload of the same name.</summary>
internal sealed record TaxonomyPayload(IReadOnlyList<Experience>? Experiences, IReadOnlyList<UserError> UserErrors);
