using MentorCloud.Domain.Pairings.Cover;
using MentorCloud.Gateway.Errors;

namespace MentorCloud.Gateway.Pairings.Cover;

/// <summary>The payload of the same name.</summary>
internal sealed record CoverPayload(CoverState? Cover, IReadOnlyList<UserError> UserErrors);
