using MentorCloud.Domain.Cohorts.Pairs;
using MentorCloud.Domain.People;
using MentorCloud.Gateway.People;

namespace MentorCloud.Gateway.Cohorts;

/// <summary>Fields of <c>PairRule</c>.</summary>
internal static class PairRuleFields
{
    public static async Task<ParticipantRow> MentorAsync(PairRule parent, ParticipantLoader loader) => (await loader.LoadAsync(parent.Pair.Mentor))!;

    public static async Task<ParticipantRow> MenteeAsync(PairRule parent, ParticipantLoader loader) => (await loader.LoadAsync(parent.Pair.Mentee))!;
}
