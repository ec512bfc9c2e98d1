using System.Numerics;

namespace MentorCloud.Matching.Rotation;

/// <summary>How large the network of a rotation may be, counted before any of it is made.</summary>
internal static class RotationSize
{
    /// <summary>Most arcs, and most nodes: some 72 bytes an arc while the network is laid out, 1.2 GB in all.</summary>
    private const long Most = 16_000_000;

    /// <summary>Perspectives, "none" among them.</summary>
    public static int Perspectives(RotationProblem problem) => problem.Perspective.IsDefault ? 1 : problem.Perspective.DefaultIfEmpty(-1).Max() + 2;

    /// <summary>Refuses what grows with people, perspectives and stages alone.</summary>
    public static void Require(RotationProblem problem) => Require(
        ((long)problem.Scores.Mentees * (1 + Perspectives(problem))) + ((long)problem.Scores.Mentors * problem.Stages));

    /// <summary>The number of arcs at most; one pass over the scores. Refuses a network that is too large.</summary>
    public static int Require(RotationModel model, CancellationToken cancellation)
    {
        var (scores, stages) = (model.Problem.Scores, model.Problem.Stages);
        Require(((long)scores.Mentees * (1 + model.Perspectives)) + ((long)scores.Mentors * (model.Presences.Length + stages)));
        var arcs = ((long)scores.Mentees * (1 + (2 * model.Perspectives)))
            + ((long)scores.Mentors * (stages + model.Presences.Sum(stagesOf => (long)BitOperations.PopCount(stagesOf))));
        var row = new long[scores.Mentors];
        for (var i = 0; i < scores.Mentees; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            Require(arcs);
            scores.Fill(i, row);
            for (var j = 0; j < row.Length; j++)
                arcs += model.MayMeet(i, j, row[j]) ? 1 : 0;
        }

        Require(arcs);
        return (int)arcs;
    }

    private static void Require(long count)
    {
        if (count > Most)
        {
            throw new MatchingException(
                MatchingErrors.TooLarge, $"A rotation takes at most {Most} allowed pairs, perspectives and stages of people together. Plan it by division.");
        }
    }
}
