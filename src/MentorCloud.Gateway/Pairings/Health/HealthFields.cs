using MentorCloud.Domain.Pairings.Health;

namespace MentorCloud.Gateway.Pairings.Health;

/// <summary>Fields of <c>PairingHealth</c>.</summary>
internal static class HealthFields
{
    public static IReadOnlyList<HealthReasonText> Reasons(PairingHealth parent) => [.. parent.Reasons.Select(HealthReasonText.Of)];
}
