namespace MentorCloud.GrainRuntime;

/// <summary>A record as the store holds it.</summary>
/// <param name="Version">Grows by one with every write; from 1.</param>
/// <param name="Payload">The serialised state.</param>
public readonly record struct StoredGrainState(long Version, ReadOnlyMemory<byte> Payload);
