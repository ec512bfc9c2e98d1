using MentorCloud.Matching.Scores;

namespace MentorCloud.Matching.Rotation;

/// <summary>Refuses rotation problems that have no meaning.</summary>
internal static class RotationCheck
{
    public static void Validate(RotationProblem problem)
    {
        var (mentees, mentors) = (problem.Scores.Mentees, problem.Scores.Mentors);
        Range(problem.Stages is >= 1 and <= 64, "There must be 1 to 64 stages.");
        Range(problem.FirstOpenStage >= 0 && problem.FirstOpenStage < problem.Stages, "The first open stage must be one of the stages.");
        Shape(!problem.MentorCapacity.IsDefault && problem.MentorCapacity.Length == mentors, "There must be one capacity a mentor.");
        Range(problem.MentorCapacity.All(c => c >= 0), "A mentor's capacity must be 0 or more.");
        Shape(problem.MenteeWindow.IsDefault || problem.MenteeWindow.Length == mentees, "There must be one window a mentee.");
        Shape(problem.MentorWindow.IsDefault || problem.MentorWindow.Length == mentors, "There must be one window a mentor.");
        Shape(problem.Perspective.IsDefault || problem.Perspective.Length == mentors, "There must be one perspective a mentor.");
        Range(problem.Perspective.IsDefault || problem.Perspective.All(p => p is >= -1 and < 10_000), "A perspective must lie between -1 and 9999.");
        Range(problem.PerspectiveBonus is >= 0 and <= FixedPoint.MaxMagnitude, "The perspective bonus must be 0 or more.");
        var pairs = problem.Settled.Concat(problem.Pins).ToArray();
        if (pairs.Any(p => (uint)p.Mentee >= (uint)mentees || (uint)p.Mentor >= (uint)mentors || (uint)p.Stage >= (uint)problem.Stages))
            throw new MatchingException(MatchingErrors.Pair, "A settled or pinned pair is out of range.");
        if (pairs.DistinctBy(p => (p.Mentee, p.Mentor)).Count() != pairs.Length || pairs.DistinctBy(p => (p.Mentee, p.Stage)).Count() != pairs.Length)
            throw new MatchingException(MatchingErrors.Pin, "Settled and pinned pairs give somebody the same mentor twice or two mentors in one stage. Remove one.");
        Range(problem.Settled.All(p => p.Stage < problem.FirstOpenStage), "Settled pairs must lie before the first open stage.");
        foreach (var pin in problem.Pins)
            Pin(pin.Stage >= problem.FirstOpenStage && !problem.Vetoes.Any(v => v.Mentee == pin.Mentee && v.Mentor == pin.Mentor) && problem.Scores.At(pin.Mentee, pin.Mentor) != FixedPoint.Forbidden, pin);
    }

    public static void Pin(bool possible, StagePair pin)
    {
        if (!possible)
            throw new MatchingException(MatchingErrors.Pin, $"Mentee {pin.Mentee} cannot be pinned to mentor {pin.Mentor} in stage {pin.Stage}: vetoed, forbidden, absent, full or settled. Remove the pin.");
    }

    private static void Shape(bool condition, string message)
    {
        if (!condition)
            throw new MatchingException(MatchingErrors.Shape, message);
    }

    private static void Range(bool condition, string message)
    {
        if (!condition)
            throw new MatchingException(MatchingErrors.Range, message);
    }
}
