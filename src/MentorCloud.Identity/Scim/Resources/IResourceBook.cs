using System.Text.Json.Nodes;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Identity.Scim.Http;
using MentorCloud.Identity.Scim.Schemas;

namespace MentorCloud.Identity.Scim.Resources;

/// <summary>The resources of one kind, of every tenant. Unknown and foreign ids answer alike. Refusals are <see cref="ScimRefusedException"/>, and leave nothing written.</summary>
internal interface IResourceBook
{
    ResourceKind Kind { get; }

    Task<ScimResource?> FindAsync(TenantId tenant, string id, CancellationToken cancellationToken);

    Task<ResourcePage> ListAsync(TenantId tenant, ListQuery query, CancellationToken cancellationToken);

    Task<ScimResource> CreateAsync(TenantId tenant, Actor by, JsonObject document, CancellationToken cancellationToken);

    /// <summary>Changes what the directory says; a change to the same writes nothing.</summary>
    Task<ScimResource> ChangeAsync(TenantId tenant, Actor by, string id, Precondition condition, Func<JsonObject, JsonObject> change, CancellationToken cancellationToken);

    Task DeleteAsync(TenantId tenant, Actor by, string id, Precondition condition, CancellationToken cancellationToken);
}
