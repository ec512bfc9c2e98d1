using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.People;
using MentorCloud.Gateway.People;

namespace MentorCloud.Gateway.Cohorts;

/// <summary>Fields of <c>Unmatched</c>.</summary>
internal static class UnmatchedFields
{
    public static async Task<ParticipantRow> ParticipantAsync(Unmatched parent, ParticipantLoader loader) =>
        (await loader.LoadAsync(parent.Participant))!;
}
