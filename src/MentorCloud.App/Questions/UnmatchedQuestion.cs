using MentorCloud.App.Matching;
using MentorCloud.Contracts.Grains;
using MentorCloud.Domain.Cohorts.Matching.Explanations;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;
using MentorCloud.Matching.Explanations;

namespace MentorCloud.App.Questions;

/// <summary>Why a mentee stays without a mentor.</summary>
internal sealed class UnmatchedQuestion(Solution solution)
{
    public Reply<UnmatchedExplanation> Explain(ParticipantId mentee, CancellationToken cancellationToken)
    {
        var problem = solution.Problem;
        if (problem.FindMentee(mentee) is not { } row)
        {
            return new Refusal(ErrorCodes.NotFound, "Name a mentee who was to be matched in this round.", "mentee");
        }

        var explainer = new AssignmentExplainer(problem.Assignment, solution.Result);
        var answer = explainer.Unmatched(row, cancellationToken);
        var change = answer.NearestMentor is { } nearest ? explainer.WhyNot(row, nearest, cancellationToken).IfPinned : null;
        return new UnmatchedExplanation(
            mentee,
            answer.AllowedMentors,
            answer.NearestMentor is { } index ? problem.Task.Mentors[index].Id : null,
            change is null ? null : CohortChanges.Describe(solution, problem, change),
            Sentence(answer, row),
            solution.InputsChanged);
    }

    private string Sentence(UnmatchedAnswer answer, int row) => answer.Reason switch
    {
        UnmatchedReason.Matched => "The draft gives this mentee a mentor.",
        UnmatchedReason.NoCapacity => "Every mentor whom the rules allow has no place left; raise a capacity.",
        UnmatchedReason.WouldLowerTotal => "Every pair that the rules allow would lower the total; choose the objective COVERAGE to match nevertheless.",
        _ => new UnmatchedReasons(solution.Problem, solution.Result).Binding(row),
    };
}
