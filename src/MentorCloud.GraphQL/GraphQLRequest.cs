using System.Text.Json;

namespace MentorCloud.GraphQL;

/// <summary>What a caller asks.</summary>
/// <param name="Query">The document; null when a stored one is asked for by its hash.</param>
public sealed record GraphQLRequest(string? Query)
{
    /// <summary>Which operation of the document; needed only when it has several.</summary>
    public string? OperationName { get; init; }

    /// <summary>An object; undefined or null for none.</summary>
    public JsonElement Variables { get; init; }

    /// <summary>SHA-256 of a stored document, 64 hexadecimal digits; null when the document comes as text.</summary>
    public string? DocumentHash { get; init; }
}
