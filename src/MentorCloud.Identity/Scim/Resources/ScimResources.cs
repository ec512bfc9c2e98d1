using System.Text.Json;
using System.Text.Json.Nodes;
using MentorCloud.Identity.Scim.Http;
using MentorCloud.Identity.Scim.Patching;
using MentorCloud.Identity.Scim.Schemas;

namespace MentorCloud.Identity.Scim.Resources;

/// <summary>Carries out single changes, from requests of their own and from bulk requests alike.</summary>
internal sealed class ScimResources(IEnumerable<IResourceBook> books)
{
    private readonly IResourceBook[] _books = [.. books];

    public IReadOnlyList<IResourceBook> Books => _books;

    /// <summary>The book of a kind by the last part of its address, in its own letters; null when there is none.</summary>
    public IResourceBook? Book(string path) => Array.Find(_books, book => book.Kind.Path == path);

    public IResourceBook Book(ResourceKind kind) => Array.Find(_books, book => book.Kind == kind)!;

    /// <exception cref="ScimRefusedException">Why not; nothing was written.</exception>
    public static Task<ScimResource> CreateAsync(IResourceBook book, ScimCaller caller, JsonElement body, CancellationToken cancellationToken) =>
        book.CreateAsync(caller.Tenant, caller.Actor, ScimDocument.Read(body, book.Kind), cancellationToken);

    /// <exception cref="ScimRefusedException">Why not; nothing was written.</exception>
    public static Task<ScimResource> ReplaceAsync(
        IResourceBook book, ScimCaller caller, string id, JsonElement body, Precondition condition, CancellationToken cancellationToken)
    {
        var document = ScimDocument.Read(body, book.Kind);
        return book.ChangeAsync(caller.Tenant, caller.Actor, id, condition, present => Replaced(present, document), cancellationToken);
    }

    /// <summary>A replacement that says nothing of <c>active</c> does not bring back who left.</summary>
    private static JsonObject Replaced(JsonObject present, JsonObject document)
    {
        var replaced = (JsonObject)document.DeepClone();
        if (present["active"] is { } active)
        {
            replaced["active"] ??= active.DeepClone();
        }

        return replaced;
    }

    /// <exception cref="ScimRefusedException">Why not; nothing was written.</exception>
    public static Task<ScimResource> PatchAsync(
        IResourceBook book, ScimCaller caller, string id, JsonElement body, Precondition condition, CancellationToken cancellationToken)
    {
        var operations = PatchOperation.ReadAll(body);
        return book.ChangeAsync(caller.Tenant, caller.Actor, id, condition, present => Patch.Apply(present, operations, book.Kind), cancellationToken);
    }
}
