using System.Collections.Immutable;
using MentorCloud.App.Matching;
using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.People;
using MentorCloud.Domain.Rotation;
using MentorCloud.Matching.Assignment;
using MentorCloud.Matching.Rotation;

namespace MentorCloud.App.Rotation;

/// <summary>A rotation in the engine's terms.</summary>
internal static class RotationInput
{
    /// <summary>The stages that have begun are settled; whoever leaves has a shorter window; pins are met in the first open stage.</summary>
    /// <param name="rotation">The rotation.</param>
    /// <param name="problem">Its cohort's people, scores and rules.</param>
    /// <param name="settled">For each stage that has begun, its pairs.</param>
    public static RotationProblem Of(RotationState rotation, CohortProblem problem, IReadOnlyList<ImmutableArray<MatchPair>> settled)
    {
        var divisions = problem.Scores.Input.Mentors.Division;
        var past = settled.SelectMany((pairs, stage) => problem.Known(pairs).Select(pair => new StagePair(stage, pair.Mentee, pair.Mentor))).ToImmutableArray();
        var met = past.Select(pair => new PairId(pair.Mentee, pair.Mentor)).ToHashSet();
        return new RotationProblem
        {
            Scores = problem.Scores,
            Stages = rotation.Stages.Length,
            MentorCapacity = problem.Assignment.MentorCapacity,
            MentorWindow = Windows(rotation, problem.Task.Mentors),
            MenteeWindow = Windows(rotation, problem.Task.Mentees),
            Pins = [.. problem.Assignment.Pins.Where(pin => !met.Contains(pin)).Select(pin => new StagePair(rotation.FirstOpen, pin.Mentee, pin.Mentor))],
            Vetoes = problem.Assignment.Vetoes,
            FirstOpenStage = rotation.FirstOpen,
            Settled = past,
            Perspective = divisions.IsDefaultOrEmpty ? default : divisions,
            PerspectiveBonus = rotation.PerspectiveBonus,
        };
    }

    private static ImmutableArray<StageWindow> Windows(RotationState rotation, ImmutableArray<ParticipantState> people)
    {
        var last = rotation.Leaves.ToDictionary(leave => leave.Participant, leave => leave.LastStage - 1);
        return [.. people.Select(person => new StageWindow(0, LastOf(last, person.Id, rotation.Stages.Length - 1)))];
    }

    private static int LastOf(Dictionary<ParticipantId, int> last, ParticipantId person, int otherwise) =>
        last.TryGetValue(person, out var stage) ? stage : otherwise;
}
