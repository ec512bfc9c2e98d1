using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Pairings.Endings;

/// <summary>The program has answered a request for another partner.</summary>
/// <param name="Pairing">The pairing.</param>
/// <param name="Granted">Whether it was granted.</param>
public sealed record ReassignmentAnswered(PairingId Pairing, bool Granted) : Fact, IConfided;
