namespace MentorCloud.Matching.Rotation;

/// <summary>The stages in which somebody takes part.</summary>
/// <param name="First">First stage, from 0.</param>
/// <param name="Last">Last stage, inclusive; below <paramref name="First"/> means none.</param>
public readonly record struct StageWindow(int First, int Last);
