using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Pairings.Endings;

/// <summary>A mentee has chosen what the next mentor may read.</summary>
/// <param name="Pairing">The pairing.</param>
/// <param name="Entries">How many entries.</param>
public sealed record HandoverChosen(PairingId Pairing, int Entries) : Fact, IConfided;
