using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Pairings;

/// <summary>Who asks, and when: what every decision of a pairing is given beside its state and command.</summary>
/// <param name="Actor">In whose name.</param>
/// <param name="Now">The instant, UTC.</param>
/// <param name="Command">The command's id; default for the system's own steps.</param>
public sealed record PairingTurn(Actor Actor, DateTimeOffset Now, CommandId Command = default);
