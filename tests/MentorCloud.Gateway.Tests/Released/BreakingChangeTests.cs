using System.Text.Json;
using MentorCloud.Gateway.Hosting;
using MentorCloud.Testing;

namespace MentorCloud.Gateway.Tests.Released;

/// <summary>
/// graphql-js compares the schema with the one of the last release, <c>schema.0.1.0.graphql</c>: what would break a client
/// stands with its reason in <c>intended-breaks.json</c>, or fails here. A release replaces the file and empties the list.
/// </summary>
public sealed class BreakingChangeTests
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);
    private static readonly string Folder = Sources.Folder();
    private static readonly string Last = Path.Combine(Folder, "schema.0.1.0.graphql");

    [Fact]
    public async Task Schema_breaks_no_client_of_the_last_release_but_where_it_is_meant()
    {
        var found = await BreaksAsync(GatewaySchema.Sdl);
        var meant = Intended();

        Assert.Equal(meant.Select(Text).Order(StringComparer.Ordinal), found.Select(Text).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(meant, change => change.Reason is not { Length: > 20 });
    }

    [Theory]
    [InlineData("  \"The name in URLs and logins.\"\n  slug: String!\n", "", "FIELD_REMOVED")]
    [InlineData("  totalCount: Int!", "  totalCount: String!", "FIELD_CHANGED_KIND")]
    [InlineData("  idempotencyKey: String!\n", "  idempotencyKey: String!\n  added: String!\n", "REQUIRED_INPUT_FIELD_ADDED")]
    public async Task Break_of_the_last_release_is_found(string from, string to, string type)
    {
        var released = await File.ReadAllTextAsync(Last, TestContext.Current.CancellationToken);
        Assert.Contains(from, released, StringComparison.Ordinal);

        var found = await BreaksAsync(released.Replace(from, to, StringComparison.Ordinal));

        Assert.Contains(found, change => change.Type == type);
    }

    [Fact]
    public async Task Addition_breaks_nothing()
    {
        var released = await File.ReadAllTextAsync(Last, TestContext.Current.CancellationToken);
        Assert.Empty(await BreaksAsync(released + "\nextend type Query { added(note: String): String }\n"));
    }

    private static async Task<List<Change>> BreaksAsync(string sdl)
    {
        var file = Path.Combine(Path.GetTempPath(), $"schema-{Guid.NewGuid():N}.graphql");
        await File.WriteAllTextAsync(file, sdl);
        try
        {
            var lines = await NodeTools.RunAsync("breaking.mjs", Last, file);
            return [.. lines.Select(line => JsonSerializer.Deserialize<Change>(line, Web)!)];
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static List<Change> Intended() =>
        JsonSerializer.Deserialize<List<Change>>(File.ReadAllText(Path.Combine(Folder, "intended-breaks.json")), Web)!;

    private static string Text(Change change) => $"{change.Type}: {change.Description}";

    private sealed record Change(string Type, string Description, string? Reason);
}
