namespace MentorCloud.GrainRuntime;

/// <summary>Addresses a grain. Generated proxies derive from it.</summary>
public abstract class GrainReference : IAddressable
{
    /// <summary>The grain that is addressed.</summary>
    public GrainId GrainId { get; }

    internal GrainReference Cast(Type interfaceType) => throw new InvalidCastException($"{GrainId} is no {interfaceType}.");
}
