using MentorCloud.Gateway.Errors;

namespace MentorCloud.Gateway.Pairings.Growth;

/// <summary>The payload of the same name: raters are outside the pairing and learn nothing of it.</summary>
internal sealed record PairingRate360Payload(bool Taken, IReadOnlyList<UserError> UserErrors);
