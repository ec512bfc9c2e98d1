using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Rotation;
using MentorCloud.Gateway.Errors;
using MentorCloud.Gateway.Ids;

namespace MentorCloud.Gateway.Rotation;

/// <summary>Fields of <c>Rotation</c>.</summary>
internal static class RotationFields
{
    public static string Id(RotationState parent) => GlobalId.Of(NodeType.Rotation, parent.Id);

    public static IReadOnlyList<NumberedStage> Stages(RotationState parent) =>
        [.. parent.Stages.Select((stage, index) => new NumberedStage(index + 1, stage))];

    public static decimal PerspectiveBonus(RotationState parent) => Score.ToDecimal(parent.PerspectiveBonus);

    public static decimal? TotalScore(RotationState parent) => Of(parent.Plan?.Total);

    public static decimal? Value(RotationState parent) => Of(parent.Plan?.Value);

    public static decimal? UpperBound(RotationState parent) => Of(parent.Plan?.UpperBound);

    public static decimal? Gap(RotationState parent) => Of(parent.Plan?.UpperBound - parent.Plan?.Value);

    public static bool? CertificateVerified(RotationState parent) => parent.Plan?.Verified;

    public static int? UnmatchedCount(RotationState parent) => parent.Plan?.Unmatched;

    public static UserError? Failure(RotationState parent) => parent.Failure is { } failure ? UserError.Of(failure) : null;

    private static decimal? Of(long? units) => units is { } score ? Score.ToDecimal(score) : null;
}
