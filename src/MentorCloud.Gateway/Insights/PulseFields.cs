using MentorCloud.Domain.Cohorts;
using MentorCloud.Domain.Insights;
using MentorCloud.Gateway.Access;
using MentorCloud.Gateway.Cohorts;

namespace MentorCloud.Gateway.Insights;

/// <summary>Fields of <c>Cohort</c> about its safety pulses.</summary>
internal static class PulseFields
{
    public static async Task<IReadOnlyList<PulseMonth>?> SafetyPulseAsync(
        CohortRow parent, CohortLoader loader, Caller caller, GuardedProgram views, CancellationToken cancellationToken) =>
        await views.PulsesAsync(caller, (await loader.LoadAsync(parent.Id))!, cancellationToken);
}
