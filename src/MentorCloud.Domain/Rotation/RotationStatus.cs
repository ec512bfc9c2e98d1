namespace MentorCloud.Domain.Rotation;

/// <summary>Where a rotation plan is in its life.</summary>
public enum RotationStatus
{
    /// <summary>The solver plans the open stages.</summary>
    Planning,

    /// <summary>Every open stage has a draft.</summary>
    Planned,

    /// <summary>A stage begins: the pairings of the stage before are being ended and its own are being published.</summary>
    Moving,

    /// <summary>The solver found no plan, or the next stage could not be published; the reason is kept. It can be planned again.</summary>
    Failed,
}
