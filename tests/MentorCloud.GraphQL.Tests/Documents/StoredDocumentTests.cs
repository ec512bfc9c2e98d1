using System.Text;
using MentorCloud.GraphQL.Documents;
using MentorCloud.GraphQL.Tests.Sample;

namespace MentorCloud.GraphQL.Tests.Documents;

public sealed class StoredDocumentTests
{
    private const string Query = "{ hello }";
    private static readonly string Hash = TrustedDocuments.HashOf(Query);

    private static async Task<string> RunAsync(IDocumentStore? store, string? text, string? hash, bool trustedOnly = false)
    {
        var sample = new SampleEngine(new GraphQLEngineOptions { Documents = store });
        using var response = await sample.Engine.ExecuteAsync(
            new GraphQLRequest(text) { DocumentHash = hash },
            new GraphQLRequestContext(sample.Services) { RequireTrustedDocuments = trustedOnly });
        return response.Errors.Count > 0 ? response.Errors[0].Code : Encoding.UTF8.GetString(response.Json.Span);
    }

    [Fact]
    public async Task Trusted_document_runs_by_its_hash() =>
        Assert.Equal("""{"data":{"hello":"Hello, world!"}}""", await RunAsync(new TrustedDocuments([Query]), null, Hash, trustedOnly: true));

    [Fact]
    public async Task Text_is_refused_where_only_trusted_documents_run()
    {
        Assert.Equal(ErrorCodes.TrustedOnly, await RunAsync(new TrustedDocuments([Query]), Query, null, trustedOnly: true));
        Assert.Equal(ErrorCodes.TrustedOnly, await RunAsync(new TrustedDocuments([]), Query, Hash, trustedOnly: true));
    }

    [Fact]
    public async Task Automatic_persisting_keeps_what_came_with_its_hash()
    {
        var store = new PersistedDocuments();
        Assert.Equal(ErrorCodes.PersistedNotFound, await RunAsync(store, null, Hash));
        Assert.Equal(ErrorCodes.PersistedMismatch, await RunAsync(store, "{ whoAmI }", Hash));
        Assert.Contains("Hello", await RunAsync(store, Query, Hash), StringComparison.Ordinal);
        Assert.Contains("Hello", await RunAsync(store, null, Hash), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Automatic_persisting_keeps_no_text_padded_to_fill_the_memory()
    {
        var (store, padded) = (new PersistedDocuments(), "{ hello } #" + new string('x', 40_000));

        Assert.Contains("Hello", await RunAsync(store, padded, TrustedDocuments.HashOf(padded)), StringComparison.Ordinal);
        Assert.Equal(ErrorCodes.PersistedNotFound, await RunAsync(store, null, TrustedDocuments.HashOf(padded)));
    }

    [Fact]
    public async Task Persisted_document_is_none_of_the_trusted_ones()
    {
        var store = new StoredDocuments(new TrustedDocuments(["{ whoAmI }"]), new PersistedDocuments());
        Assert.Contains("Hello", await RunAsync(store, Query, Hash), StringComparison.Ordinal);
        Assert.Contains("Hello", await RunAsync(store, null, Hash), StringComparison.Ordinal);
        Assert.Equal(ErrorCodes.TrustedOnly, await RunAsync(store, null, Hash, trustedOnly: true));
        Assert.Contains("data", await RunAsync(store, null, TrustedDocuments.HashOf("{ whoAmI }"), trustedOnly: true), StringComparison.Ordinal);
    }

    [Fact]
    public void Trusted_document_that_does_not_run_is_named_by_its_hash()
    {
        string[] bad = ["{ hello", "{ nobodyKnows }", "{ " + string.Concat(Enumerable.Repeat("hello ", 6_000)) + "}"];
        var problems = new TrustedDocuments([Query, .. bad]).Problems(new SampleEngine().Engine.Schema, new GraphQLLimits()).ToDictionary(each => each.Hash, each => each.Error.Code);

        Assert.Equal(bad.Select(TrustedDocuments.HashOf).Order(), problems.Keys.Order());
        Assert.Equal(ErrorCodes.TokenLimit, problems[TrustedDocuments.HashOf(bad[2])]);
    }

    [Fact]
    public async Task Hash_without_a_store_is_not_found() =>
        Assert.Equal(ErrorCodes.PersistedNotFound, await RunAsync(null, null, Hash));
}
