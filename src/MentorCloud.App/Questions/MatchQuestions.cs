using MentorCloud.App.Hosting;
using MentorCloud.App.Matching;
using MentorCloud.App.Rounds;
using MentorCloud.Contracts.Grains;
using MentorCloud.Contracts.Solving;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Cohorts.Matching.Explanations;
using MentorCloud.Domain.Cohorts.Rounds;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.App.Questions;

/// <inheritdoc cref="IMatchQuestions"/>
internal sealed class MatchQuestions(IGrainFactory grains, SolutionShelf solutions, SolverTurns solver) : IMatchQuestions
{
    private const string Operation = "Matching.Explain";

    /// <inheritdoc/>
    public Task<Reply<PairExplanation>> ExplainPairAsync(Actor actor, RoundId round, MatchPair pair, CancellationToken cancellationToken) =>
        AskAsync(actor, round, solution => new PairQuestion(solution).Explain(pair, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<Reply<UnmatchedExplanation>> ExplainUnmatchedAsync(
        Actor actor, RoundId round, ParticipantId mentee, CancellationToken cancellationToken) =>
        AskAsync(actor, round, solution => new UnmatchedQuestion(solution).Explain(mentee, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<Reply<CohortChange>> WhatIfAsync(Actor actor, RoundId round, WhatIf change, CancellationToken cancellationToken) =>
        AskAsync(actor, round, solution => WhatIfQuestion.Answer(solution, change, cancellationToken), cancellationToken);

    private async Task<Reply<TAnswer>> AskAsync<TAnswer>(
        Actor actor, RoundId id, Func<Solution, Reply<TAnswer>> answer, CancellationToken cancellationToken)
        where TAnswer : class
    {
        Policy.Require(Operation, actor);
        var reply = await grains.GetGrain<IRoundGrain>(GrainKey.Of(actor.Tenant!.Value, id)).Get(actor);
        if ((reply.Refusal ?? RoundVariants.RefuseBase(reply.Value!)) is { } refusal)
        {
            return refusal with { Field = "round" };
        }

        using var turn = await solver.Questions.TakeAsync(actor.Tenant.Value, cancellationToken);
        try
        {
            var solution = await solutions.OfAsync(reply.Value!, Actor.System(actor.Tenant.Value, $"round:{id}"), cancellationToken);
            return await Task.Run(() => answer(solution), cancellationToken);
        }
        catch (RefusedException refused) when (refused.Refusal.Kind == RefusalKind.Conflict)
        {
            return refused.Refusal;
        }
    }
}
