namespace MentorCloud.Gateway.Rotation;

/// <summary>The input of the same name.</summary>
internal sealed record RotationLeaveInput(string Participant, int LastStage);
