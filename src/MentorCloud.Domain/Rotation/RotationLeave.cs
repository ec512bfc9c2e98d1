using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Rotation;

/// <summary>Somebody who leaves the program before its last stage.</summary>
/// <param name="Participant">Who.</param>
/// <param name="LastStage">The last stage in which they take part, from 1; 0 for none.</param>
public sealed record RotationLeave(ParticipantId Participant, int LastStage);
