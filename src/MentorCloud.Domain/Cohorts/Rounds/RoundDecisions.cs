using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.Domain.Cohorts.Rounds;

/// <summary>What a matching round decides: solve, draft, publish all or nothing.</summary>
public static class RoundDecisions
{
    /// <summary>Starts the solver's job.</summary>
    /// <param name="state">Null: there is none yet.</param>
    /// <param name="id">The round's id.</param>
    /// <param name="cohort">Its cohort, open and with members.</param>
    /// <param name="objective">What to optimise.</param>
    /// <param name="now">The instant.</param>
    /// <returns>The round, solving; ALREADY_EXISTS, COHORT_NOT_OPEN, COHORT_EMPTY, COHORT_INCOMPLETE.</returns>
    public static Decision<RoundState> Start(RoundState? state, RoundId id, CohortState cohort, MatchObjective objective, DateTimeOffset now)
    {
        if (state is not null)
        {
            return new Refusal(ErrorCodes.AlreadyExists, "This round exists already.");
        }

        if (CohortDecisions.RefuseRound(cohort, now) is { } refusal)
        {
            return refusal;
        }

        var started = New(id, cohort, objective, now);
        return Decision<RoundState>.Accept(started, new RoundStarted(id, cohort.Id, objective));
    }

    /// <summary>Notes how far the solver has come, so that people see it and a reminder leaves the job alone.</summary>
    /// <param name="state">The round; one that is not being solved stays as it is.</param>
    /// <param name="step">What the solver does, and how much of it is done.</param>
    /// <param name="now">The instant.</param>
    /// <returns>The round.</returns>
    public static Decision<RoundState> Report(RoundState state, SolveStep step, DateTimeOffset now) =>
        state.Status != RoundStatus.Solving
            ? Decision<RoundState>.Accept(state)
            : Decision<RoundState>.Accept(
                state with { Step = step, MovedAt = now }, new RoundProgressed(state.Id, state.Cohort, step.Name, step.Share));

    /// <summary>Stops the solver's job; what it hands in later changes nothing.</summary>
    /// <param name="state">The round; cancelling a cancelled one changes nothing.</param>
    /// <param name="now">The instant.</param>
    /// <returns>The discarded round with its reason; ROUND_NOT_SOLVING.</returns>
    public static Decision<RoundState> Cancel(RoundState state, DateTimeOffset now) => state switch
    {
        { Status: RoundStatus.Discarded, Failure.Code: ErrorCodes.RoundCancelled } => Decision<RoundState>.Accept(state),
        { Status: RoundStatus.Solving } => Decision<RoundState>.Accept(
            state with
            {
                Status = RoundStatus.Discarded,
                Failure = new Refusal(ErrorCodes.RoundCancelled, "The solving was cancelled; start another round when you want one."),
                MovedAt = now,
            },
            new RoundDiscarded(state.Id)),
        _ => new Refusal(ErrorCodes.RoundNotSolving, $"The round is {state.Status}; only a round that is being solved can be cancelled."),
    };

    /// <summary>Takes the solver's draft. A draft that comes twice or too late changes nothing.</summary>
    /// <param name="state">The round.</param>
    /// <param name="draft">What the draft comes to; its pages are stored already.</param>
    /// <param name="now">The instant.</param>
    /// <returns>The drafted round.</returns>
    public static Decision<RoundState> Complete(RoundState state, DraftSummary draft, DateTimeOffset now) =>
        state.Status != RoundStatus.Solving
            ? Decision<RoundState>.Accept(state)
            : Decision<RoundState>.Accept(
                state with { Status = RoundStatus.Drafted, Draft = draft, Step = null, MovedAt = now },
                new RoundDrafted(state.Id, state.Cohort, draft.Pairs, draft.Unmatched, draft.TotalScore, draft.UpperBound));

    /// <summary>Takes note that the solver found no answer.</summary>
    /// <param name="state">The round.</param>
    /// <param name="reason">Why.</param>
    /// <param name="now">The instant.</param>
    /// <returns>The failed round.</returns>
    public static Decision<RoundState> Fail(RoundState state, Refusal reason, DateTimeOffset now) =>
        state.Status != RoundStatus.Solving
            ? Decision<RoundState>.Accept(state)
            : Decision<RoundState>.Accept(
                state with { Status = RoundStatus.Failed, Failure = reason, Step = null, MovedAt = now }, new RoundFailed(state.Id, reason.Code));

    /// <summary>Begins to publish.</summary>
    /// <param name="state">The round; publishing one that is being or has been published changes nothing.</param>
    /// <param name="now">The instant.</param>
    /// <returns>The publishing round; ROUND_NOT_DRAFTED.</returns>
    public static Decision<RoundState> BeginPublishing(RoundState state, DateTimeOffset now) => state.Status switch
    {
        RoundStatus.Publishing or RoundStatus.Published => Decision<RoundState>.Accept(state),
        RoundStatus.Drafted => Decision<RoundState>.Accept(
            state with { Status = RoundStatus.Publishing, PagesDone = 0, MovedAt = now }, new RoundPublishing(state.Id)),
        _ => new Refusal(ErrorCodes.RoundNotDrafted, $"The round is {state.Status}; only a drafted round can be published."),
    };

    /// <summary>One page's slots are reserved and its pairings prepared; after the last the round is published by this one write.</summary>
    /// <param name="state">The publishing round.</param>
    /// <param name="now">The instant.</param>
    /// <returns>The round, one page on.</returns>
    public static Decision<RoundState> FinishPage(RoundState state, DateTimeOffset now)
    {
        var moved = state with { PagesDone = state.PagesDone + 1, MovedAt = now };
        return moved.PagesDone < state.Draft!.Pages
            ? Decision<RoundState>.Accept(moved, Progressed(moved, "publish", moved.PagesDone))
            : Decision<RoundState>.Accept(
                moved with { Status = RoundStatus.Published }, new RoundPublished(state.Id, state.Cohort, state.Draft.Pages, state.Draft.Pairs));
    }

    /// <summary>One page of a published round's pairings has learnt that they are real.</summary>
    /// <param name="state">The published round.</param>
    /// <param name="now">The instant.</param>
    /// <returns>The round, one page on.</returns>
    public static Decision<RoundState> TellPage(RoundState state, DateTimeOffset now)
    {
        var moved = state with { PagesTold = state.PagesTold + 1, MovedAt = now };
        return Decision<RoundState>.Accept(moved, Progressed(moved, "tell", moved.PagesTold));
    }

    /// <summary>A slot or pairing was refused: all that was reserved is to be released.</summary>
    /// <param name="state">The publishing round.</param>
    /// <param name="reason">The refusal.</param>
    /// <param name="now">The instant.</param>
    /// <returns>The releasing round.</returns>
    public static Decision<RoundState> BeginReleasing(RoundState state, Refusal reason, DateTimeOffset now) =>
        Decision<RoundState>.Accept(
            state with { Status = RoundStatus.Releasing, Failure = reason, PagesDone = 0, MovedAt = now },
            new RoundPublishingRefused(state.Id, reason.Code));

    /// <summary>One page is released; after the last the round is discarded, with the reason.</summary>
    /// <param name="state">The releasing round.</param>
    /// <param name="now">The instant.</param>
    /// <returns>The round, one page on.</returns>
    public static Decision<RoundState> ReleasePage(RoundState state, DateTimeOffset now)
    {
        var moved = state with { PagesDone = state.PagesDone + 1, MovedAt = now };
        return moved.PagesDone < state.Draft!.Pages
            ? Decision<RoundState>.Accept(moved)
            : Decision<RoundState>.Accept(moved with { Status = RoundStatus.Discarded }, new RoundDiscarded(state.Id));
    }

    /// <summary>Gives a round up before it is published.</summary>
    /// <param name="state">The round; discarding a discarded one changes nothing.</param>
    /// <param name="now">The instant.</param>
    /// <returns>The discarded round; ROUND_NOT_DRAFTED when it is being or has been published.</returns>
    public static Decision<RoundState> Discard(RoundState state, DateTimeOffset now) => state.Status switch
    {
        RoundStatus.Discarded => Decision<RoundState>.Accept(state),
        RoundStatus.Solving or RoundStatus.Drafted or RoundStatus.Failed => Decision<RoundState>.Accept(
            state with { Status = RoundStatus.Discarded, MovedAt = now }, new RoundDiscarded(state.Id)),
        _ => new Refusal(ErrorCodes.RoundNotDrafted, $"The round is {state.Status}; it can no longer be discarded."),
    };

    /// <summary>A new round of a cohort as it is now.</summary>
    internal static RoundState New(RoundId id, CohortState cohort, MatchObjective objective, DateTimeOffset now) => new()
    {
        Id = id,
        Tenant = cohort.Tenant,
        Cohort = cohort.Id,
        Objective = objective,
        Weights = cohort.Design.Weights,
        WeightsVersion = cohort.WeightsVersion,
        PairingsEndAt = cohort.PairingsEndAt(now),
        Type = cohort.Design.Type,
        CadenceDays = cohort.Design.CadenceDays,
        Numbers = cohort.Design.Numbers,
        CreatedAt = now,
        MovedAt = now,
    };

    private static RoundProgressed Progressed(RoundState state, string step, int pages) =>
        new(state.Id, state.Cohort, step, (double)pages / state.Draft!.Pages);
}
