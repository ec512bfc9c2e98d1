using MentorCloud.App.Matching;
using MentorCloud.Contracts.Grains;
using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Cohorts.Matching.Explanations;
using MentorCloud.Domain.Refusals;
using MentorCloud.Matching.Assignment;
using MentorCloud.Matching.Explanations;

namespace MentorCloud.App.Questions;

/// <summary>Why a draft has a pair, or has it not.</summary>
internal sealed class PairQuestion(Solution solution)
{
    private readonly CohortProblem problem = solution.Problem;
    private readonly AssignmentExplainer explainer = new(solution.Problem.Assignment, solution.Result);

    public Reply<PairExplanation> Explain(MatchPair pair, CancellationToken cancellationToken)
    {
        if (problem.Find(pair) is not { } found)
        {
            return new Refusal(ErrorCodes.NotFound, "Name a mentor and a mentee who were matched in this round.", "pair");
        }

        var forbidden = problem.Forbids(found);
        var standing = problem.IsAllowed(found) ? explainer.Pair(found.Mentee, found.Mentor) : null;
        var why = explainer.WhyNot(found.Mentee, found.Mentor, cancellationToken);
        var proposal = problem.Propose(found.Mentee, found.Mentor);
        return new PairExplanation(
            pair.Mentor,
            pair.Mentee,
            ReasonOf(why.Reason),
            proposal.Score,
            proposal.Factors,
            forbidden,
            standing?.RankForMentee,
            standing?.MenteeAlternatives ?? AllowedTo(found.Mentee),
            standing?.RankForMentor,
            standing?.MentorAlternatives ?? AllowedFor(found.Mentor),
            why.IfPinned is { } change ? CohortChanges.Describe(solution, problem, change) : null,
            solution.InputsChanged);
    }

    private int AllowedTo(int mentee) =>
        Enumerable.Range(0, problem.Scores.Mentors).Count(mentor => problem.IsAllowed(new PairId(mentee, mentor)));

    private int AllowedFor(int mentor) =>
        Enumerable.Range(0, problem.Scores.Mentees).Count(mentee => problem.IsAllowed(new PairId(mentee, mentor)));

    private static PairReason ReasonOf(ExclusionReason reason) => reason switch
    {
        ExclusionReason.Included => PairReason.Proposed,
        ExclusionReason.Forbidden or ExclusionReason.Vetoed => PairReason.Forbidden,
        ExclusionReason.NoRoom => PairReason.NoRoom,
        _ => PairReason.NotBest,
    };
}
