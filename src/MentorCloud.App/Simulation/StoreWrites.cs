namespace MentorCloud.App.Simulation;

/// <summary>What a store has written.</summary>
/// <param name="Commits">Transactions made durable.</param>
/// <param name="Writes">Writes in them.</param>
public sealed record StoreWrites(long Commits, long Writes);
