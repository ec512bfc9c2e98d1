using MentorCloud.Contracts.Grains;
using MentorCloud.Contracts.Solving;
using MentorCloud.Domain.Cohorts.Requests;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Gateway.Access;
using MentorCloud.Gateway.Ids;
using MentorCloud.Gateway.Mutations;

namespace MentorCloud.Gateway.Cohorts.Requests;

/// <summary>Mutations on match requests.</summary>
internal static class MatchRequestMutations
{
    public static Task<MatchRequestPayload> MatchRequestSendAsync(
        MatchRequestSendInput input, Caller caller, ISelfMatching matching, CancellationToken cancellationToken) => RunAsync(() => matching.SendAsync(
        caller.Actor,
        caller.Command(input.IdempotencyKey),
        GlobalId.Require<CohortId>(input.Cohort, NodeType.Cohort, "cohort"),
        GlobalId.Require<ParticipantId>(input.To, NodeType.Participant, "to"),
        cancellationToken));

    public static Task<MatchRequestPayload> MatchRequestAcceptAsync(MatchRequestInput input, Caller caller, GrainReader grains) =>
        RunAsync(() => Request(input, caller, grains).Accept(caller.Actor, caller.Command(input.IdempotencyKey)));

    public static Task<MatchRequestPayload> MatchRequestDeclineAsync(MatchRequestInput input, Caller caller, GrainReader grains) =>
        RunAsync(() => Request(input, caller, grains).Decline(caller.Actor, caller.Command(input.IdempotencyKey)));

    public static Task<MatchRequestPayload> MatchRequestWithdrawAsync(MatchRequestInput input, Caller caller, GrainReader grains) =>
        RunAsync(() => Request(input, caller, grains).Withdraw(caller.Actor, caller.Command(input.IdempotencyKey)));

    private static async Task<MatchRequestPayload> RunAsync(Func<Task<Reply<MatchRequestState>>> mutation)
    {
        var (request, errors) = await Attempt.RunAsync(mutation);
        return new MatchRequestPayload(request?.ToRow(), errors);
    }

    private static IMatchRequestGrain Request(MatchRequestInput input, Caller caller, GrainReader grains) => grains.MatchRequest(
        caller, GlobalId.Require<MatchRequestId>(input.MatchRequest, NodeType.MatchRequest, "matchRequest"));
}
