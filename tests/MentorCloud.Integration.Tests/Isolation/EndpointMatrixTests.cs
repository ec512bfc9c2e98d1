using System.Net;
using System.Text;
using MentorCloud.Domain.Access;
using MentorCloud.Integration.Tests.Isolation.Matrix;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.Integration.Tests.Isolation;

/// <summary>Every address that the server has: what is no page of the login or a probe stands here with who may use it.</summary>
[Collection(MatrixCollection.Name)]
public sealed class EndpointMatrixTests(MatrixFixture matrix)
{
    /// <summary>Addresses that serve anybody, or that check by themselves who comes; by their beginnings.</summary>
    private static readonly string[] OfLogin =
        ["/login", "/logout", "/account", "/reset", "/invitation", "/connect/", "/.well-known/", "/style", "/identity.css", "/sso/"];

    private static readonly string[] OfOperation = ["/", "/startupz", "/livez", "/readyz", "/metrics", "/graphql/explorer/"];

    /// <summary>Addresses of tenants' data, each with its operation of the policy table.</summary>
    private static readonly Dictionary<string, string> OfTenants = new()
    {
        ["/graphql"] = "see the fields",
        ["/imports/roster"] = "Participant.Register",
        ["/exports/audit"] = "Audit.Read",
        ["/exports/tenant"] = "Exports.Tenant",
        ["/scim/v2"] = "Directory.Get",
        ["/scim/v2/.search"] = "Directory.Get",
        ["/scim/v2/Bulk"] = "Directory.Change",
        ["/scim/v2/Users"] = "Directory.Get",
        ["/scim/v2/Users/.search"] = "Directory.Get",
        ["/scim/v2/Users/{id}"] = "Directory.Get",
        ["/scim/v2/Groups"] = "Directory.Get",
        ["/scim/v2/Groups/.search"] = "Directory.Get",
        ["/scim/v2/Groups/{id}"] = "Directory.Get",
        ["/scim/v2/ServiceProviderConfig"] = "Directory.Get",
        ["/scim/v2/ResourceTypes"] = "Directory.Get",
        ["/scim/v2/ResourceTypes/{id}"] = "Directory.Get",
        ["/scim/v2/Schemas"] = "Directory.Get",
        ["/scim/v2/Schemas/{id}"] = "Directory.Get",
        ["/scim/v2/Me"] = "Directory.Get",
        ["/scim/v2/{**rest}"] = "Directory.Get",
    };

    private readonly MatrixReport report = new();

    [Fact]
    public async Task Every_address_is_known_and_shows_nobody_anything_of_a_tenant()
    {
        using var nobody = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = matrix.Server.Address };
        foreach (var endpoint in Endpoints())
        {
            var path = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
            var known = OfOperation.Contains(path) || OfTenants.ContainsKey(path)
                || Array.Exists([.. OfLogin, .. OfOperation.Where(each => each.Length > 1)], start => path.StartsWith(start, StringComparison.Ordinal));
            report.Add("addresses", path, "this test", known, "is in none of its lists");
            foreach (var method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"])
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(Concrete(path), UriKind.Relative));
                using var answer = await nobody.SendAsync(request);
                var body = await answer.Content.ReadAsStringAsync();
                var quiet = (int)answer.StatusCode < 500 && !body.Contains("matrix-o", StringComparison.Ordinal) && !body.Contains("Halvorsen", StringComparison.Ordinal);
                report.Add("addresses for nobody", $"{method} {path}", "anonymous", quiet, $"{answer.StatusCode} {body}");
            }
        }

        report.Check();
    }

    [Fact]
    public async Task Roster_is_taken_from_those_who_may_and_into_cohorts_of_their_own()
    {
        foreach (var actor in matrix.Actors)
        {
            var own = await UploadAsync(actor, matrix.Own.Things["Cohort"]);
            var expected = actor.Actor.Kind == ActorKind.Anonymous ? HttpStatusCode.Unauthorized
                : Policy.Refuse("Participant.Register", actor.Actor) is not null ? HttpStatusCode.Forbidden
                : actor.IsOutsider ? HttpStatusCode.NotFound : HttpStatusCode.UnprocessableEntity;
            report.Add("imports", "/imports/roster", actor.Name, own.Status == expected, own.ToString());
            var foreign = await UploadAsync(actor, matrix.Other.Things["Cohort"]);
            var unknown = await UploadAsync(actor, matrix.Other.Things.Unknown()["Cohort"]);
            report.Add("foreign imports", "/imports/roster", actor.Name, foreign == unknown, foreign.ToString());
        }

        foreach (var actor in matrix.SuspendedActors.Where(actor => Policy.Refuse("Participant.Register", actor.Actor) is null))
        {
            var refused = await UploadAsync(actor, matrix.Suspended.Things["Cohort"]);
            report.Add("imports of a suspended tenant", "/imports/roster", actor.Name, refused.Body.Contains("TENANT_SUSPENDED", StringComparison.Ordinal), refused.ToString());
        }

        report.Check();
    }

    private static string Concrete(string path) => System.Text.RegularExpressions.Regex.Replace(path, @"\{[^}]*\}", "unknown");

    private static async Task<(HttpStatusCode Status, string Body)> UploadAsync(MatrixActor actor, string cohort)
    {
        using var body = new StringContent("external_id,kind\nROW,neither\n", Encoding.UTF8, "text/csv");
        var (status, report) = await actor.Client.UploadRosterAsync(body, "matrix", $"?cohort={cohort}");
        return (status, report.GetRawText());
    }

    private IEnumerable<RouteEndpoint> Endpoints() =>
        matrix.Server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();
}
