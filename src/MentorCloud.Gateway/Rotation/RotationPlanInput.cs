namespace MentorCloud.Gateway.Rotation;

/// <summary>The input of the same name.</summary>
internal sealed record RotationPlanInput(string IdempotencyKey, string Cohort, int Stages, double PerspectiveBonus);
