using System.Text.Json;
using MentorCloud.Integration.Tests.Http;

namespace MentorCloud.Integration.Tests.Tenants;

/// <summary>A tenant that a demo made: its summary, and logins in each role.</summary>
internal sealed record DemoTenant(JsonElement Summary)
{
    /// <summary>The tenant's global id.</summary>
    public string Id => Summary.GetProperty("tenant").GetProperty("id").GetString()!;

    /// <summary>The company's short name in logins.</summary>
    public string Slug => Summary.GetProperty("tenant").GetProperty("slug").GetString()!;

    /// <summary>The cohort's global id.</summary>
    public string Cohort => Summary.GetProperty("cohort").GetProperty("id").GetString()!;

    /// <summary>E-mail address and password of the admin, and id and secret of the client.</summary>
    public JsonElement Login => Summary.GetProperty("login");

    public Task<GraphQLClient> ClientAsync(Uri server) => GraphQLClient.OfMachineAsync(server, Text(Login, "clientId"), Text(Login, "clientSecret"));

    public Task<GraphQLClient> AdminAsync(Uri server) => PersonAsync(server, Login);

    public Task<GraphQLClient> MentorAsync(Uri server) => PersonAsync(server, Login.GetProperty("mentor"));

    public Task<GraphQLClient> MenteeAsync(Uri server) => PersonAsync(server, Login.GetProperty("mentee"));

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private Task<GraphQLClient> PersonAsync(Uri server, JsonElement login) =>
        GraphQLClient.OfPersonAsync(server, Slug, Text(login, "email"), Text(login, "password"));
}
