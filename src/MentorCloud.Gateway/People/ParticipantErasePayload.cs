using MentorCloud.Gateway.Errors;

namespace MentorCloud.Gateway.People;

/// <summary>The payload of the same name.</summary>
internal sealed record ParticipantErasePayload(bool Erased, IReadOnlyList<UserError> UserErrors);
