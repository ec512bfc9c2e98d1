using MentorCloud.Domain.Cohorts.Rounds.Comparisons;
using MentorCloud.Domain.People;
using MentorCloud.Gateway.People;

namespace MentorCloud.Gateway.Cohorts.Comparisons;

/// <summary>Fields of <c>PairDifference</c>.</summary>
internal static class PairDifferenceFields
{
    public static async Task<ParticipantRow> MenteeAsync(PairDifference parent, ParticipantLoader loader) => (await loader.LoadAsync(parent.Mentee))!;
}
