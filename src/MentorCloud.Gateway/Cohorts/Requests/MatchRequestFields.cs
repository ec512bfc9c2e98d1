using MentorCloud.Domain.Cohorts;
using MentorCloud.Domain.Cohorts.Requests;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.People;
using MentorCloud.Gateway.Access;
using MentorCloud.Gateway.Ids;
using MentorCloud.Gateway.People;

namespace MentorCloud.Gateway.Cohorts.Requests;

/// <summary>Fields of <c>MatchRequest</c>.</summary>
internal static class MatchRequestFields
{
    public static string Id(MatchRequestRow parent) => GlobalId.Of(NodeType.MatchRequest, parent.Id);

    public static async Task<CohortRow> CohortAsync(MatchRequestRow parent, CohortLoader loader) => (await loader.LoadAsync(parent.Cohort))!.ToRow();

    public static async Task<ParticipantRow> MentorAsync(MatchRequestRow parent, ParticipantLoader loader) => (await loader.LoadAsync(parent.Mentor))!;

    public static async Task<ParticipantRow> MenteeAsync(MatchRequestRow parent, ParticipantLoader loader) => (await loader.LoadAsync(parent.Mentee))!;

    public static decimal Score(MatchRequestRow parent) => Domain.Cohorts.Matching.Score.ToDecimal(parent.Score);

    public static async Task<PairingRow?> PairingAsync(MatchRequestRow parent, Caller caller, GrainReader reader) =>
        parent.Pairing is { } pairing ? (await reader.PairingAsync(caller, pairing))?.Row : null;
}
