namespace MentorCloud.Gateway.People;

/// <summary>The enum of the same name.</summary>
internal enum ErasureProgress
{
    /// <summary>The profile is empty; a later step failed and is done again by the person's own reminder.</summary>
    Underway,

    /// <summary>Nothing is left.</summary>
    Complete,
}
