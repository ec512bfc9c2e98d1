namespace MentorCloud.GraphQL.Documents;

/// <summary>Trusted documents, and beside them those that callers persist by themselves.</summary>
/// <param name="trusted">The fixed set; the only one for callers who may run nothing else.</param>
/// <param name="persisted">What callers add.</param>
public sealed class StoredDocuments(TrustedDocuments trusted, PersistedDocuments persisted) : IDocumentStore
{
    /// <inheritdoc/>
    public bool AcceptsNew => true;

    /// <inheritdoc/>
    public string? Find(string hash) => trusted.Find(hash) ?? persisted.Find(hash);

    /// <inheritdoc/>
    public string? FindTrusted(string hash) => trusted.Find(hash);

    /// <inheritdoc/>
    public void Add(string hash, string text) => persisted.Add(hash, text);
}
