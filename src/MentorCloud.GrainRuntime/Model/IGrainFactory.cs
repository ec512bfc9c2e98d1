namespace MentorCloud.GrainRuntime;

/// <summary>Makes references to grains. A reference costs no call and wakes nothing; the first call does.</summary>
public interface IGrainFactory
{
    /// <summary>A reference to the grain of that interface and key.</summary>
    /// <param name="primaryKey">Not empty; ordinal.</param>
    /// <param name="grainClassNamePrefix">Chooses among several implementing classes by the start of their full name; null when there is one.</param>
    /// <exception cref="ArgumentException">No class implements the interface, or several do and the prefix does not choose one.</exception>
    TGrainInterface GetGrain<TGrainInterface>(string primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithStringKey;

    /// <summary>A reference to the grain of that interface and key, the interface known at run time only.</summary>
    IGrain GetGrain(Type grainInterfaceType, string grainPrimaryKey);

    /// <summary>A reference to a grain by its id.</summary>
    TGrainInterface GetGrain<TGrainInterface>(GrainId grainId) where TGrainInterface : IAddressable;
}
