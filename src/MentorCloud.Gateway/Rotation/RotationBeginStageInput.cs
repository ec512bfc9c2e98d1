namespace MentorCloud.Gateway.Rotation;

/// <summary>The input of the same name.</summary>
internal sealed record RotationBeginStageInput(string IdempotencyKey, string Rotation, int Stage);
