using MentorCloud.Domain.Cohorts.Requests;
using MentorCloud.Domain.People;
using MentorCloud.Gateway.People;

namespace MentorCloud.Gateway.Cohorts.Requests;

/// <summary>Fields of <c>Candidate</c>.</summary>
internal static class CandidateFields
{
    public static async Task<ParticipantRow> ParticipantAsync(Candidate parent, ParticipantLoader loader) => (await loader.LoadAsync(parent.Participant))!;

    public static decimal Score(Candidate parent) => Domain.Cohorts.Matching.Score.ToDecimal(parent.Score);
}
