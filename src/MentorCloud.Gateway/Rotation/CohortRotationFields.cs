using MentorCloud.Domain.Cohorts;
using MentorCloud.Domain.Rotation;
using MentorCloud.Gateway.Access;
using MentorCloud.Gateway.Cohorts;

namespace MentorCloud.Gateway.Rotation;

/// <summary>The field <c>rotation</c> of <c>Cohort</c>.</summary>
internal static class CohortRotationFields
{
    public static async Task<RotationState?> RotationAsync(CohortRow parent, Caller caller, CohortLoader loader, GrainReader reader) =>
        (await loader.LoadAsync(parent.Id))?.Rotation is { } rotation ? await reader.RotationAsync(caller, rotation) : null;
}
