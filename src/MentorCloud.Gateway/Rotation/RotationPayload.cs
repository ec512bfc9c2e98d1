using MentorCloud.Domain.Rotation;
using MentorCloud.Gateway.Errors;

namespace MentorCloud.Gateway.Rotation;

/// <summary>The payload of the same name.</summary>
internal sealed record RotationPayload(RotationState? Rotation, IReadOnlyList<UserError> UserErrors);
