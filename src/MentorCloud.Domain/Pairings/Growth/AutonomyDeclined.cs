using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Pairings.Growth;

/// <summary>A request for the next autonomy stage was answered with "not yet"; it can be asked for again.</summary>
/// <param name="Pairing">The pairing.</param>
/// <param name="Stage">The stage asked for.</param>
public sealed record AutonomyDeclined(PairingId Pairing, AutonomyStage Stage) : Fact;
