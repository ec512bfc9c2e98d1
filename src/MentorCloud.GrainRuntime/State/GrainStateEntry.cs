namespace MentorCloud.GrainRuntime;

/// <summary>One stored record met while going through a store.</summary>
/// <param name="Key">Which record.</param>
/// <param name="State">Its version and payload.</param>
public readonly record struct GrainStateEntry(GrainStateKey Key, StoredGrainState State);
