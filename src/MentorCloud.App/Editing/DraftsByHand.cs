using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using MentorCloud.App.Hosting;
using MentorCloud.App.Matching;
using MentorCloud.App.Rounds;
using MentorCloud.Contracts.Grains;
using MentorCloud.Contracts.Json;
using MentorCloud.Contracts.Solving;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Cohorts;
using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Cohorts.Rounds;
using MentorCloud.Domain.Cohorts.Rounds.Edits;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.App.Editing;

/// <inheritdoc cref="IDraftEditing"/>
internal sealed class DraftsByHand(IGrainFactory grains, RoundInputs inputs, DraftShelf drafts, SolverTurns solver, TimeProvider clock) : IDraftEditing
{
    private const string Operation = "Round.Adopt";

    /// <inheritdoc/>
    public async Task<Reply<RoundState>> PickAsync(
        Actor actor, CommandId id, CohortId cohort, ImmutableArray<DraftEdit> edits, CancellationToken cancellationToken)
    {
        Policy.Require(Operation, actor);
        var reply = await grains.GetGrain<ICohortGrain>(GrainKey.Of(actor.Tenant!.Value, cohort)).Get(actor);
        return reply.Value is not { } found
            ? reply.Refusal! with { Field = "cohort" }
            : await MakeAsync(new Request(actor, id, found, null, edits), cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<Reply<RoundState>> EditAsync(
        Actor actor, CommandId id, RoundId round, ImmutableArray<DraftEdit> edits, CancellationToken cancellationToken)
    {
        Policy.Require(Operation, actor);
        var reply = await grains.GetGrain<IRoundGrain>(GrainKey.Of(actor.Tenant!.Value, round)).Get(actor);
        if (reply.Value is not { } from)
        {
            return reply.Refusal! with { Field = "round" };
        }

        if (RoundVariants.RefuseBase(from) is { } refusal)
        {
            return refusal;
        }

        var cohort = (await grains.GetGrain<ICohortGrain>(GrainKey.Of(from.Tenant, from.Cohort)).Get(actor)).OrThrow();
        return await MakeAsync(new Request(actor, id, cohort, from, edits), cancellationToken);
    }

    /// <summary>Pages first, then the one write that makes a round of them: what a crash leaves in between is overwritten by the retry.</summary>
    private async Task<Reply<RoundState>> MakeAsync(Request request, CancellationToken cancellationToken)
    {
        if (CohortDecisions.RefuseRound(request.Cohort, clock.GetUtcNow()) is { } closed)
        {
            return closed;
        }

        var round = RoundVariants.Preview(request.NewId, request.Cohort, request.From, clock.GetUtcNow());
        var grain = grains.GetGrain<IRoundGrain>(GrainKey.Of(round.Tenant, round.Id));
        var known = (await grain.Get(request.Actor)).Value;
        if (known is not null && (known.Draft is null || known.Source != RoundSource.Hand))
        {
            // Pages of another round's draft are never overwritten.
            return new Refusal(ErrorCodes.AlreadyExists, "This key has started another round; use a new one.", "idempotencyKey");
        }

        var draft = known?.Draft;
        if (draft is null)
        {
            var made = await DraftAsync(request, round, cancellationToken);
            if (made.Value is null)
            {
                return made.Refusal!;
            }

            draft = made.Value;
        }

        return await grain.Adopt(
            request.Actor,
            request.Command,
            new AdoptDraft(round.Cohort, RoundSource.Hand, round.Objective, request.From?.Id, draft, request.Fingerprint));
    }

    /// <summary>In a turn, because it lays out and solves a whole cohort; off the thread of whoever asked.</summary>
    private async Task<Reply<DraftSummary>> DraftAsync(Request request, RoundState round, CancellationToken cancellationToken)
    {
        using var turn = await solver.Questions.TakeAsync(round.Tenant, cancellationToken);
        var system = Actor.System(round.Tenant, $"round:{round.Id}");
        var task = await inputs.ReadAsync(round, system, cancellationToken);
        var before = request.From is { } from ? await drafts.PairsAsync(round.Tenant, from.Id, system) : [];
        var made = await Task.Run(() => EditAsync(request, task, before, cancellationToken), cancellationToken);
        return made.Value is { } draft
            ? await drafts.StoreAsync(round.Tenant, round.Id, draft, task.Inputs, system)
            : made.Refusal!;
    }

    private static async Task<Reply<SolvedDraft>> EditAsync(Request request, SolveTask task, ImmutableArray<MatchPair> before, CancellationToken cancellationToken)
    {
        var problem = new CohortProblem(task);
        var pairs = DraftEditing.Apply(before, request.Edits, new EditRules(problem), out var refusal);
        if (refusal is not null)
        {
            return refusal;
        }

        var draft = MatchingSolver.Hold(problem, problem.Known(pairs), cancellationToken).ToDraft();
        var (bound, verified) = await BoundAsync(request, problem, cancellationToken);
        return draft with { UpperBound = Math.Max(bound, draft.TotalScore), CertificateVerified = verified };
    }

    /// <summary>What the best draft of the same people comes to: known from the base when nothing changed since, else solved.</summary>
    private static async Task<(long Bound, bool Verified)> BoundAsync(Request request, CohortProblem problem, CancellationToken cancellationToken)
    {
        if (request.From is { Objective: MatchObjective.Total or MatchObjective.Coverage, Draft: { } known } && known.Inputs == problem.Task.Inputs
            && request.From.WeightsVersion == request.Cohort.WeightsVersion)
        {
            return (known.UpperBound, known.CertificateVerified);
        }

        var free = problem.Task with { Objective = MatchObjective.Total, Pins = [], PassedOver = [] };
        var best = await MatchingSolver.SolveAsync(new CohortProblem(free, problem.Scores), null, null, cancellationToken);
        return (best.ToDraft().UpperBound, best.Verified);
    }

    private sealed record Request(Actor Actor, CommandId Command, CohortState Cohort, RoundState? From, ImmutableArray<DraftEdit> Edits)
    {
        public RoundId NewId { get; } = EntityId.Derive<RoundId>(Command.Value, "hand");

        public string Fingerprint => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(Edits, ContractsJson.Options)));
    }
}
