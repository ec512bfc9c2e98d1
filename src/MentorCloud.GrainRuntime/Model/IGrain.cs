namespace MentorCloud.GrainRuntime;

/// <summary>Marks an interface whose implementations are virtual actors, addressed by key and called one turn at a time.</summary>
public interface IGrain : IAddressable;
