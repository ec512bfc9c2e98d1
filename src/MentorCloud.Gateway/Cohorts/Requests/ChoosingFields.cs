using MentorCloud.Contracts.Solving;
using MentorCloud.Domain.Cohorts;
using MentorCloud.Domain.Cohorts.Requests;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;
using MentorCloud.Gateway.Access;
using MentorCloud.Gateway.Ids;

namespace MentorCloud.Gateway.Cohorts.Requests;

/// <summary>Fields of <c>Cohort</c> for people who choose each other.</summary>
internal static class ChoosingFields
{
    /// <summary>People who are not in the cohort, or not to be seen, have no candidates: like people who do not exist.</summary>
    public static async Task<IReadOnlyList<Candidate>> CandidatesAsync(
        CohortRow parent, string? @for, Caller caller, ISelfMatching matching, GuardedViews views, CancellationToken cancellationToken)
    {
        var person = @for is null ? caller.Actor.Participant
            : GlobalId.TryRead<ParticipantId>(@for, NodeType.Participant, out var named) ? named : null;
        if (person is not { } self)
        {
            return [];
        }

        var reply = await matching.CandidatesAsync(caller.Actor, parent.Id, self, cancellationToken);
        if (reply.Refusal is { Code: ErrorCodes.NotFound })
        {
            return [];
        }

        var candidates = reply.OrThrow().Candidates;
        await views.AuditPeopleAsync(caller, candidates.Select(candidate => candidate.Participant), "Read Candidate", cancellationToken);
        return candidates;
    }
}
