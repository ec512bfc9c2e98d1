using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;

namespace MentorCloud.GraphQL.Documents;

/// <summary>A fixed set of documents, made when the program is built: the only ones that browsers may run.</summary>
public sealed class TrustedDocuments : IDocumentStore
{
    private readonly FrozenDictionary<string, string> _byHash;

    /// <summary>Takes the documents; hashes are computed here.</summary>
    /// <param name="documents">Their texts.</param>
    public TrustedDocuments(IEnumerable<string> documents)
    {
        _byHash = documents.Distinct(StringComparer.Ordinal).ToFrozenDictionary(HashOf, d => d, StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public bool AcceptsNew => false;

    /// <summary>The SHA-256 of a document's UTF-8 bytes in lower-case hexadecimal.</summary>
    /// <param name="text">The document.</param>
    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <inheritdoc/>
    public string? Find(string hash) => _byHash.GetValueOrDefault(hash);

    /// <inheritdoc/>
    public void Add(string hash, string text) => throw new InvalidOperationException("Trusted documents are fixed.");
}
