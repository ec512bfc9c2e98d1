namespace MentorCloud.Gateway.Rotation;

/// <summary>The input of the same name.</summary>
internal sealed record RotationReplanInput(string IdempotencyKey, string Rotation, IReadOnlyList<RotationLeaveInput> Leaves);
