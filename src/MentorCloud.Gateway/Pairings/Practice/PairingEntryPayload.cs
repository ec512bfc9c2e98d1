using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Pairings.Practice;
using MentorCloud.Gateway.Errors;

namespace MentorCloud.Gateway.Pairings.Practice;

/// <summary>The payload of the same name.</summary>
internal sealed record PairingEntryPayload(OpenEntry? Entry, PairingRow? Pairing, IReadOnlyList<UserError> UserErrors);
