using MentorCloud.Domain.Cohorts.Matching.Explanations;
using MentorCloud.Domain.People;
using MentorCloud.Gateway.People;

namespace MentorCloud.Gateway.Cohorts.Explanations;

/// <summary>Fields of <c>PairExplanation</c>.</summary>
internal static class PairExplanationFields
{
    public static async Task<ParticipantRow> MentorAsync(PairExplanation parent, ParticipantLoader loader) => (await loader.LoadAsync(parent.Mentor))!;

    public static async Task<ParticipantRow> MenteeAsync(PairExplanation parent, ParticipantLoader loader) => (await loader.LoadAsync(parent.Mentee))!;

    public static decimal Score(PairExplanation parent) => Domain.Cohorts.Matching.Score.ToDecimal(parent.Score);
}
