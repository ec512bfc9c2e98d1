using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Pairings.Growth;

/// <summary>The autonomy stage moved up.</summary>
/// <param name="Pairing">The pairing.</param>
/// <param name="Stage">The stage.</param>
/// <param name="CadenceDays">Days between check-ins now.</param>
public sealed record AutonomyMoved(PairingId Pairing, AutonomyStage Stage, int CadenceDays) : Fact;
