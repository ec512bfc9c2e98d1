using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using MentorCloud.GraphQL.Language;
using MentorCloud.GraphQL.Validation;

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
    public string? FindTrusted(string hash) => Find(hash);

    /// <summary>What does not fit a schema, so that a server can refuse to start: an error a faulty document, the first of each.</summary>
    /// <param name="schema">The schema that will run them.</param>
    /// <param name="limits">The limits that will hold.</param>
    public IEnumerable<(string Hash, GraphQLError Error)> Problems(Schema schema, GraphQLLimits limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        foreach (var (hash, text) in _byHash)
        {
            if (Problem(schema, limits, text) is { } error) yield return (hash, error);
        }
    }

    /// <inheritdoc/>
    public void Add(string hash, string text) => throw new InvalidOperationException("Trusted documents are fixed.");

    private static GraphQLError? Problem(Schema schema, GraphQLLimits limits, string text)
    {
        try
        {
            return DocumentValidator.Validate(schema, Parser.Parse(text, limits.MaxTokens), limits.MaxErrors) is [var first, ..] ? first : null;
        }
        catch (GraphQLException refused)
        {
            return refused.Error;
        }
        catch (SyntaxException malformed)
        {
            return malformed.ToError();
        }
    }
}
