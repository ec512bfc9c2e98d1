namespace MentorCloud.GrainRuntime;

/// <summary>A stored record injected into a grain's constructor by <see cref="PersistentStateAttribute"/>; read before activation.</summary>
public interface IPersistentState<TState> : IStorage<TState>;
