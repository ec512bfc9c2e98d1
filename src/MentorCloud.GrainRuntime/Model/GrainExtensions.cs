namespace MentorCloud.GrainRuntime;

/// <summary>Asks a grain, or a reference to one, who it is.</summary>
public static class GrainExtensions
{
    /// <summary>The grain's type and key.</summary>
    /// <exception cref="ArgumentException">The object is neither a grain of the runtime nor a reference to one.</exception>
    public static GrainId GetGrainId(this IAddressable grain)
    {
        ArgumentNullException.ThrowIfNull(grain);
        return grain switch
        {
            GrainReference reference => reference.GrainId,
            IGrainBase { GrainContext: { } context } => context.GrainId,
            _ => throw new ArgumentException($"{grain.GetType()} is neither a grain of the runtime nor a reference to one.", nameof(grain)),
        };
    }

    /// <summary>The grain's key.</summary>
    /// <exception cref="ArgumentException">The object is neither a grain of the runtime nor a reference to one.</exception>
    public static string GetPrimaryKeyString(this IAddressable grain) => grain.GetGrainId().Key.ToString();

    /// <summary>A reference to the grain by one of its interfaces, that may be handed to others.</summary>
    /// <typeparam name="TGrainInterface">An interface that the grain's class implements.</typeparam>
    public static TGrainInterface AsReference<TGrainInterface>(this IAddressable grain) where TGrainInterface : IGrain
    {
        ArgumentNullException.ThrowIfNull(grain);
        var reference = grain as GrainReference ?? (grain as IGrainBase)?.GrainContext.GrainReference
            ?? throw new ArgumentException($"{grain.GetType()} is neither a grain of the runtime nor a reference to one.", nameof(grain));
        return reference is TGrainInterface typed ? typed : (TGrainInterface)(object)reference.Cast(typeof(TGrainInterface));
    }
}
