using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.People;
using MentorCloud.Gateway.People;

namespace MentorCloud.Gateway.Cohorts;

/// <summary>Fields of <c>Proposal</c>.</summary>
internal static class ProposalFields
{
    public static async Task<ParticipantRow> MentorAsync(Proposal parent, ParticipantLoader loader) => (await loader.LoadAsync(parent.Mentor))!;

    public static async Task<ParticipantRow> MenteeAsync(Proposal parent, ParticipantLoader loader) => (await loader.LoadAsync(parent.Mentee))!;

    public static decimal Score(Proposal parent) => Domain.Cohorts.Matching.Score.ToDecimal(parent.Score);
}
