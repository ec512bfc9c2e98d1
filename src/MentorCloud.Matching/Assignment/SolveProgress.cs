namespace MentorCloud.Matching.Assignment;

/// <summary>One report on a solve under way.</summary>
/// <param name="Step">Name of the step: candidates, auction, augment, price, level, stage, check.</param>
/// <param name="Done">Units done in this step.</param>
/// <param name="Of">Units in this step, 0 if unknown.</param>
public readonly record struct SolveProgress(string Step, long Done, long Of);
