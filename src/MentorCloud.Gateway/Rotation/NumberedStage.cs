using MentorCloud.Domain.Rotation;

namespace MentorCloud.Gateway.Rotation;

/// <summary>The object <c>RotationStage</c>: a stage with its number.</summary>
internal sealed record NumberedStage(int Number, RotationStage Stage);
