using MentorCloud.Domain.Cohorts.Rounds.Comparisons;
using MentorCloud.Domain.People;
using MentorCloud.Gateway.People;

namespace MentorCloud.Gateway.Cohorts.Comparisons;

/// <summary>Fields of <c>UnmatchedDifference</c>.</summary>
internal static class UnmatchedDifferenceFields
{
    public static async Task<ParticipantRow> ParticipantAsync(UnmatchedDifference parent, ParticipantLoader loader) =>
        (await loader.LoadAsync(parent.Participant))!;

    public static IReadOnlyList<bool> UnmatchedIn(UnmatchedDifference parent) => parent.In;
}
