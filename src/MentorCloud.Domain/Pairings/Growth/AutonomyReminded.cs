using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Pairings.Growth;

/// <summary>Whoever is to answer a request for the next autonomy stage is to be reminded of it.</summary>
/// <param name="Pairing">The pairing.</param>
/// <param name="Stage">The stage asked for.</param>
/// <param name="Reminder">1 for the first reminder.</param>
public sealed record AutonomyReminded(PairingId Pairing, AutonomyStage Stage, int Reminder) : Fact;
