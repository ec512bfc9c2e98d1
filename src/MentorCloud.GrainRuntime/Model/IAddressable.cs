namespace MentorCloud.GrainRuntime;

/// <summary>Something that calls can be addressed to: a grain, or a reference to one.</summary>
public interface IAddressable;
