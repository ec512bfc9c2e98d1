using Orleans.Serialization.Cloning;

namespace MentorCloud.Cluster.Serialization;

/// <summary>Copies nothing: our records never change, so that caller and grain may share them.</summary>
internal sealed class ImmutableCopier : IGeneralizedCopier
{
    /// <inheritdoc/>
    public bool IsSupportedType(Type type) => MentorCloudSerializer.IsOurs(type);

    /// <inheritdoc/>
    public object? DeepCopy(object? input, CopyContext context) => input;
}
