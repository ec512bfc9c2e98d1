namespace MentorCloud.GrainRuntime;

/// <summary>A grain interface whose grains are addressed by a string; here always <c>{tenant}/{id}</c>.</summary>
public interface IGrainWithStringKey : IGrain;
