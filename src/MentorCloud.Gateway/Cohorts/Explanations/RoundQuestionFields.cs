using MentorCloud.Contracts.Grains;
using MentorCloud.Contracts.Solving;
using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Cohorts.Matching.Explanations;
using MentorCloud.Domain.Cohorts.Rounds;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;
using MentorCloud.Gateway.Access;
using MentorCloud.Gateway.Ids;

namespace MentorCloud.Gateway.Cohorts.Explanations;

/// <summary>Fields of <c>Round</c> that ask the engine.</summary>
internal static class RoundQuestionFields
{
    public static async Task<PairExplanation?> ExplainPairAsync(
        RoundRow parent, string mentor, string mentee, Caller caller, GuardedViews views, IMatchQuestions questions, CancellationToken cancellationToken) =>
        GlobalId.TryRead<ParticipantId>(mentor, NodeType.Participant, out var one) && GlobalId.TryRead<ParticipantId>(mentee, NodeType.Participant, out var other)
            ? await FoundAsync(
                await questions.ExplainPairAsync(caller.Actor, parent.Id, new MatchPair(one, other), cancellationToken),
                _ => views.AuditPeopleAsync(caller, [one, other], "Read Explanation", cancellationToken))
            : null;

    public static async Task<UnmatchedExplanation?> ExplainUnmatchedAsync(
        RoundRow parent, string mentee, Caller caller, GuardedViews views, IMatchQuestions questions, CancellationToken cancellationToken) =>
        GlobalId.TryRead<ParticipantId>(mentee, NodeType.Participant, out var id)
            ? await FoundAsync(
                await questions.ExplainUnmatchedAsync(caller.Actor, parent.Id, id, cancellationToken),
                _ => views.AuditPeopleAsync(caller, [id], "Read Explanation", cancellationToken))
            : null;

    public static async Task<CohortChange?> WhatIfAsync(
        RoundRow parent, WhatIfInput change, Caller caller, GrainReader reader, GuardedViews views, IMatchQuestions questions, CancellationToken cancellationToken)
    {
        var round = await reader.RoundAsync(caller, parent.Id);
        var weights = change.Weights is null ? null : round?.Weights.With(change.Weights.Select(each => KeyValuePair.Create(each.Factor, each.Weight)));
        var asked = new WhatIf(
            weights, change.Objective, MatchPairInput.ToPairs(change.Pins, "change.pins"), MatchPairInput.ToPairs(change.Vetoes, "change.vetoes"));
        var found = (await questions.WhatIfAsync(caller.Actor, parent.Id, asked, cancellationToken)).OrThrow();
        await views.AuditPeopleAsync(caller, found.Moves.Select(move => move.Mentee), "Read Explanation", cancellationToken);
        return found;
    }

    /// <summary>People who were not matched here answer like people who do not exist.</summary>
    private static async Task<TAnswer?> FoundAsync<TAnswer>(Reply<TAnswer> reply, Func<TAnswer, Task> audit)
        where TAnswer : class
    {
        if (reply.Refusal is { Code: ErrorCodes.NotFound })
        {
            return null;
        }

        await audit(reply.OrThrow());
        return reply.Value;
    }
}
