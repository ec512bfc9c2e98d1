using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Pairings.Endings;

/// <summary>The program is to be reminded of an unanswered request for another partner.</summary>
/// <param name="Pairing">The pairing.</param>
/// <param name="Reminder">1 for the first reminder.</param>
public sealed record ReassignmentReminded(PairingId Pairing, int Reminder) : Fact, IConfided;
