using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Pairings.Growth;

/// <summary>A mentee asks for the next autonomy stage.</summary>
/// <param name="Pairing">The pairing.</param>
/// <param name="Stage">The stage.</param>
public sealed record AutonomyAsked(PairingId Pairing, AutonomyStage Stage) : Fact;
