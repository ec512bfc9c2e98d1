namespace MentorCloud.GraphQL.Documents;

/// <summary>Documents known by their SHA-256 (lower-case hexadecimal).</summary>
public interface IDocumentStore
{
    /// <summary>True when callers may add documents by sending text and hash together (automatic persisting).</summary>
    bool AcceptsNew { get; }

    /// <summary>The text under a hash; null when there is none.</summary>
    /// <param name="hash">64 lower-case hexadecimal digits.</param>
    string? Find(string hash);

    /// <summary>The text under a hash when whoever runs the server put it there; null for what callers added, and when there is none.</summary>
    /// <param name="hash">64 lower-case hexadecimal digits.</param>
    string? FindTrusted(string hash);

    /// <summary>Keeps a valid document; called only when <see cref="AcceptsNew"/> is true.</summary>
    /// <param name="hash">Its SHA-256.</param>
    /// <param name="text">The document.</param>
    void Add(string hash, string text);
}
