using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.People;

/// <summary>A match request of this person's that waits for its answer.</summary>
/// <param name="Request">The request.</param>
/// <param name="Until">When it counts no longer, UTC: its expiry as it was sent.</param>
public sealed record OpenRequest(MatchRequestId Request, DateTimeOffset Until);
