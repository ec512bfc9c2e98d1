namespace MentorCloud.GraphQL.Documents;

/// <summary>Automatic persisting: what callers send with its hash once, they may ask for by the hash. In memory, bounded.</summary>
/// <param name="capacity">Most documents kept; the oldest leave. Texts over 32,768 characters are not kept.</param>
public sealed class PersistedDocuments(int capacity = 1_000) : IDocumentStore
{
    private readonly BoundedCache<string> _documents = new(capacity);

    /// <inheritdoc/>
    public bool AcceptsNew => true;

    /// <inheritdoc/>
    public string? Find(string hash) => _documents.Find(hash);

    /// <inheritdoc/>
    public string? FindTrusted(string hash) => null;

    /// <inheritdoc/>
    public void Add(string hash, string text)
    {
        if (text.Length <= BoundedCache<string>.LongestKey) _documents.Add(hash, text);
    }
}
