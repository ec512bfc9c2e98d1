using System.Text.Json;
using MentorCloud.GraphQL.Documents;
using MentorCloud.Integration.Tests.Http;
using MentorCloud.Integration.Tests.Operations;
using MentorCloud.Integration.Tests.Processes;
using MentorCloud.Testing;

namespace MentorCloud.Integration.Tests.Documents;

/// <summary>A server whose browsers run a fixed set of documents, and whose programs may persist their own.</summary>
[Collection(PreparedFolderCollection.Name)]
public sealed class TrustedDocumentsTests(PreparedFolder prepared)
{
    private const string Trusted = "query Company { tenant { name } }\n";
    private const string Own = "{ tenant { slug } }";

    [Fact]
    public async Task Browser_runs_trusted_documents_alone_and_a_program_persists_its_own()
    {
        using var folder = prepared.Folder.Copy();
        await WriteAsync(folder, Trusted);
        folder.Environment["MENTORCLOUD__PERSISTDOCUMENTS"] = "true";
        await using var server = await HostServer.StartAsync(folder);
        using var program = await prepared.Halvorsen.ClientAsync(server.Address);
        using var browser = await prepared.Halvorsen.AdminAsync(server.Address);
        using var nobody = GraphQLClient.Anonymous(server.Address);

        Assert.Null((await program.SendAsync(Own)).ErrorCode);
        Assert.Equal("PERSISTED_QUERY_NOT_FOUND", (await SendAsync(program, null, Own)).ErrorCode);
        Assert.Equal("PERSISTED_QUERY_HASH_MISMATCH", (await SendAsync(program, Trusted, Own)).ErrorCode);
        Assert.Null((await SendAsync(program, Own, Own)).ErrorCode);
        Assert.Null((await SendAsync(program, null, Own)).ErrorCode);

        var company = (await SendAsync(browser, null, Trusted)).Data().GetProperty("tenant").GetProperty("name").GetString();
        Assert.Equal("Halvorsen Group", company);
        Assert.Equal("TRUSTED_DOCUMENT_REQUIRED", (await SendAsync(browser, null, Own)).ErrorCode);
        Assert.Equal("TRUSTED_DOCUMENT_REQUIRED", (await SendAsync(browser, Own, Own)).ErrorCode);
        Assert.Equal("TRUSTED_DOCUMENT_REQUIRED", (await browser.SendAsync(Trusted)).ErrorCode);
        Assert.Equal("TRUSTED_DOCUMENT_REQUIRED", (await nobody.SendAsync("{ viewer { kind } }")).ErrorCode);
        using var events = await browser.SubscribeAsync("subscription { healthChanged { to } }");
        Assert.Equal("TRUSTED_DOCUMENT_REQUIRED", await events.EndingCodeAsync());
        Assert.DoesNotContain("<html", await nobody.PageAsync("/graphql"), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("{ tenant { nobodyKnows } }")]
    [InlineData("{ tenant {")]
    public async Task Trusted_document_that_does_not_fit_ends_the_start_and_is_named(string document)
    {
        using var folder = new DataFolder();
        await WriteAsync(folder, document);

        var result = await folder.RunAsync("serve", "--no-demo", "--url", $"http://127.0.0.1:{FreePort.Find()}");

        Assert.Equal(3, result.ExitCode);
        Assert.Contains("company.graphql", Assert.Single(result.Complaints), StringComparison.Ordinal);
    }

    private static async Task WriteAsync(DataFolder folder, string document)
    {
        var documents = Directory.CreateDirectory(Path.Combine(folder.Root, "documents")).FullName;
        await File.WriteAllTextAsync(Path.Combine(documents, "company.graphql"), document);
        folder.Environment["MENTORCLOUD__TRUSTEDDOCUMENTS"] = documents;
    }

    /// <summary>A hash, with text or without.</summary>
    private static Task<GraphQLAnswer> SendAsync(GraphQLClient client, string? text, string hashed)
    {
        var extensions = new { persistedQuery = new { version = 1, sha256Hash = TrustedDocuments.HashOf(hashed) } };
        return client.SendRawAsync(text is null ? JsonSerializer.Serialize(new { extensions }) : JsonSerializer.Serialize(new { query = text, extensions }));
    }
}
