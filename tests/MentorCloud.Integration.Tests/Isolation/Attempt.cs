using MentorCloud.Integration.Tests.Http;

namespace MentorCloud.Integration.Tests.Isolation;

/// <summary>A document and its variables over somebody's things; the key is for mutations.</summary>
internal sealed record Attempt(string Document, Func<TenantThings, string, object> Variables)
{
    public Task<GraphQLAnswer> SendAsync(GraphQLClient caller, TenantThings things, string key) =>
        caller.SendAsync(Document, Variables(things, key));
}
