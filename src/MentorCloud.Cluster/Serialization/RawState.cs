namespace MentorCloud.Cluster.Serialization;

/// <summary>A grain's record as it is stored, byte by byte; for moving tenants.</summary>
internal sealed class RawState
{
    /// <summary>UTF-8 JSON.</summary>
    public byte[] Json { get; init; } = [];
}
