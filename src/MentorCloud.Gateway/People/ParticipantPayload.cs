using MentorCloud.Domain.People;
using MentorCloud.Gateway.Errors;

namespace MentorCloud.Gateway.People;

/// <summary>The payload of the same name.</summary>
internal sealed record ParticipantPayload(ParticipantRow? Participant, IReadOnlyList<UserError> UserErrors);
