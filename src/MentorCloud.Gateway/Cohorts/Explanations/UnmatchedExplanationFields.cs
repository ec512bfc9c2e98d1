using MentorCloud.Domain.Cohorts.Matching.Explanations;
using MentorCloud.Domain.People;
using MentorCloud.Gateway.People;

namespace MentorCloud.Gateway.Cohorts.Explanations;

/// <summary>Fields of <c>UnmatchedExplanation</c>.</summary>
internal static class UnmatchedExplanationFields
{
    public static async Task<ParticipantRow> MenteeAsync(UnmatchedExplanation parent, ParticipantLoader loader) => (await loader.LoadAsync(parent.Mentee))!;

    public static async Task<ParticipantRow?> NearestAsync(UnmatchedExplanation parent, ParticipantLoader loader) =>
        parent.Nearest is { } nearest ? await loader.LoadAsync(nearest) : null;
}
