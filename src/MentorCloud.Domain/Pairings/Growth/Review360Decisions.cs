using System.Collections.Immutable;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.People;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.Domain.Pairings.Growth;

/// <summary>What a pairing decides about 360-degree reviews.</summary>
public static class Review360Decisions
{
    private const int ReviewsKept = 3;

    /// <summary>What closed reviews with enough raters came to, for whom they are about; nothing for anybody else.</summary>
    /// <param name="state">The pairing.</param>
    /// <param name="actor">Who looks.</param>
    /// <returns>Summaries, oldest first.</returns>
    public static ImmutableArray<Review360Summary> Summaries(PairingState state, Actor actor) =>
        [.. state.Reviews.Where(review => IsAbout(state, review, actor) && review.IsClosed && review.Scores.Length >= state.Origin.Numbers.LeastRaters)
            .Select(Summarise)];

    /// <summary>The open review, for whom it is about; nothing for anybody else.</summary>
    /// <param name="state">The pairing.</param>
    /// <param name="actor">Who looks.</param>
    /// <returns>The review, or null.</returns>
    public static Review360Open? Open(PairingState state, Actor actor) =>
        state.Reviews.FirstOrDefault(each => !each.IsClosed && IsAbout(state, each, actor)) is { } review
            ? new Review360Open(review.Number, review.Competencies, review.Asked.Length, review.Answered.Length)
            : null;

    /// <summary>Refuses a rater who cannot answer.</summary>
    /// <param name="rater">Who is to be asked; null when the tenant knows nobody by that id.</param>
    /// <param name="index">Place in the command's list.</param>
    /// <returns>INPUT_INVALID, or null.</returns>
    public static Refusal? RefuseRater(ParticipantState? rater, int index) => rater is { DepartedAt: null, ErasedAt: null }
        ? null
        : Inputs.Invalid($"raters.{index}", "names nobody who is there to answer");

    internal static Decision<PairingState> Open(PairingState state, PairingTurn turn, OpenReview360 command)
    {
        var refusal = PairingAccess.RefuseOtherThan(state, turn.Actor, PairingSide.Mentee) ?? PairingAccess.RefuseInactive(state)
            ?? Inputs.Count(command.Competencies, "competencies", 1, 12)
            ?? Inputs.FirstOf(command.Competencies, (name, index) => Inputs.Text(name, $"competencies.{index}", 100))
            ?? Inputs.Count(command.Raters, "raters", state.Origin.Numbers.LeastRaters, 20)
            ?? (command.Raters.Contains(state.Mentor) || command.Raters.Contains(state.Mentee)
                ? Inputs.Invalid("raters", "must be people outside the pairing") : null)
            ?? (command.Raters.Distinct().Count() == command.Raters.Length ? null : Inputs.Invalid("raters", "name somebody twice"))
            ?? (state.Reviews.All(review => review.IsClosed || review.Of != PairingAccess.LearnerFor(state, turn.Actor))
                ? null : new Refusal(ErrorCodes.ReviewNotOpen, "Close the open review before asking for another."));
        if (refusal is not null)
        {
            return refusal;
        }

        var number = (state.Reviews.IsEmpty ? 0 : state.Reviews[^1].Number) + 1;
        var review = new Review360
        {
            Number = number, Of = PairingAccess.LearnerFor(state, turn.Actor), Competencies = command.Competencies, Asked = command.Raters,
        };
        var own = state.Reviews.Where(each => each.Of == review.Of).ToList();
        var kept = own.Count < ReviewsKept ? state.Reviews : state.Reviews.Remove(own[0]);
        return Decision<PairingState>.Accept(
            state with { Reviews = kept.Add(review) },
            new Review360Opened(state.Id, number, command.Raters));
    }

    internal static Decision<PairingState> Rate(PairingState state, PairingTurn turn, Rate360 command)
    {
        // To whoever was not asked, the pairing and its review do not exist.
        if (turn.Actor is not { Kind: ActorKind.User, Participant: { } rater }
            || state.Reviews.FirstOrDefault(each => each.Number == command.Number && each.Asked.Contains(rater)) is not { } review)
        {
            return new Refusal(ErrorCodes.NotFound, "There is no such pairing.");
        }

        var refusal = PairingAccess.RefuseEnded(state)
            ?? (review.IsClosed || review.Answered.Contains(rater)
                ? new Refusal(ErrorCodes.ReviewNotOpen, "This review is closed, or you have rated already.") : null)
            ?? Inputs.Count(command.Scores, "scores", review.Competencies.Length, review.Competencies.Length)
            ?? Inputs.FirstOf(command.Scores, (score, index) => Inputs.Range(score, $"scores.{index}", 1, 5));
        if (refusal is not null)
        {
            return refusal;
        }

        var scores = review.Scores.Add(command.Scores).OrderBy(each => string.Join(',', each), StringComparer.Ordinal);
        var answered = review with { Answered = [.. review.Answered.Add(rater).OrderBy(each => each.Value)], Scores = [.. scores] };
        return Decision<PairingState>.Accept(Replace(state, answered));
    }

    internal static Decision<PairingState> Close(PairingState state, PairingTurn turn, CloseReview360 command)
    {
        var review = state.Reviews.FirstOrDefault(each => each.Number == command.Number && !each.IsClosed && IsAbout(state, each, turn.Actor));
        var refusal = PairingAccess.RefuseOtherThan(state, turn.Actor, PairingSide.Mentee) ?? PairingAccess.RefuseResting(state)
            ?? (review is null ? new Refusal(ErrorCodes.ReviewNotOpen, "There is no such open review.", "number") : null);
        return refusal is not null ? refusal : Decision<PairingState>.Accept(Replace(state, Closed(state, review!)));
    }

    /// <summary>A pairing that ends closes what is open: nobody can close it later.</summary>
    internal static PairingState CloseAll(PairingState state) =>
        state with { Reviews = [.. state.Reviews.Select(review => review.IsClosed ? review : Closed(state, review))] };

    /// <summary>With too few raters the scores are forgotten: a later look must not show them either.</summary>
    private static Review360 Closed(PairingState state, Review360 review) => review with
    {
        IsClosed = true,
        Scores = review.Scores.Length >= state.Origin.Numbers.LeastRaters ? review.Scores : [],
    };

    private static bool IsAbout(PairingState state, Review360 review, Actor actor) =>
        actor.Kind == ActorKind.User && actor.Participant is { } self && self == PairingAccess.PersonOn(state, review.Of);

    private static Review360Summary Summarise(Review360 review) => new(
        review.Number,
        review.Scores.Length,
        [.. review.Competencies.Select((name, place) => new CompetencyLevel(name, Math.Round(review.Scores.Average(each => each[place]), 1)))]);

    private static PairingState Replace(PairingState state, Review360 review) =>
        state with { Reviews = [.. state.Reviews.Select(each => each.Number == review.Number ? review : each)] };
}
