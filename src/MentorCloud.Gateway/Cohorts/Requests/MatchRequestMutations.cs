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
    /// <summary>The request's grain is that of the two people: it does not know a key that went to somebody else, and offers change.</summary>
    public static Task<MatchRequestPayload> MatchRequestSendAsync(
        MatchRequestSendInput input, Caller caller, GrainReader grains, Repetitions repetitions, ISelfMatching matching, CancellationToken cancellationToken) => RunAsync(() =>
    {
        caller.Require("MatchRequest.Send");
        var command = caller.Command(input.IdempotencyKey);
        return repetitions.RunAsync(
            caller,
            input.IdempotencyKey,
            input,
            () => matching.SendAsync(
                caller.Actor,
                command,
                GlobalId.Require<CohortId>(input.Cohort, NodeType.Cohort, "cohort"),
                GlobalId.Require<ParticipantId>(input.To, NodeType.Participant, "to"),
                cancellationToken),
            sent => sent.Id.ToString(),
            noted => grains.MatchRequest(caller, EntityId.Parse<MatchRequestId>(noted)).Get(caller.Actor),
            cancellationToken);
    });

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
