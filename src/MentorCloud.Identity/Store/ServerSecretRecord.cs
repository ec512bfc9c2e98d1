namespace MentorCloud.Identity.Store;

/// <summary>A row of <c>server_secrets</c>: a symmetric key of the platform's own, wrapped by the master key.</summary>
internal sealed class ServerSecretRecord
{
    public required string Name { get; init; }

    public required string WrappedKey { get; init; }
}
