using MentorCloud.Domain.Pairings;
using MentorCloud.Gateway.Errors;

namespace MentorCloud.Gateway.Pairings;

/// <summary>The payload of the same name.</summary>
internal sealed record PairingPayload(PairingRow? Pairing, IReadOnlyList<UserError> UserErrors);
