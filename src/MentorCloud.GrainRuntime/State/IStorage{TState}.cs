namespace MentorCloud.GrainRuntime;

/// <summary>The stored record of a grain.</summary>
public interface IStorage<TState> : IStorage
{
    /// <summary>The record in memory; a fresh one when the store has none.</summary>
    TState State { get; set; }
}
