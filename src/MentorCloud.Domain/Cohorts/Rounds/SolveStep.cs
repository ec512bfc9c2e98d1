namespace MentorCloud.Domain.Cohorts.Rounds;

/// <summary>How far a solver's job has come.</summary>
/// <param name="Name">What it does: reading, candidates, auction, augment, price, level, stage, check, storing.</param>
/// <param name="Share">Share of that step done, 0..1; 0 where it is not known.</param>
public sealed record SolveStep(string Name, double Share);
