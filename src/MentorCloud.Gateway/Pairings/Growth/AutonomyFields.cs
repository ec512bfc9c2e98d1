using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Pairings.Growth;

namespace MentorCloud.Gateway.Pairings.Growth;

/// <summary>Fields of <c>Autonomy</c>.</summary>
internal static class AutonomyFields
{
    public static AutonomyStage Stage(PairingLife parent) => parent.Autonomy;

    public static AutonomyStage? Asked(PairingLife parent) => parent.AutonomyAsked;

    public static PairingSide? AskedBy(PairingLife parent) => parent.AutonomyAskedBy;
}
