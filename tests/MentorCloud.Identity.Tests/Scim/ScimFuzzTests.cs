using System.Globalization;
using System.Security.Claims;
using System.Text;
using MentorCloud.Contracts.Accounts;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.People;
using MentorCloud.Identity.Access;
using MentorCloud.Identity.Scim.Bulk;
using MentorCloud.Identity.Scim.Http;
using MentorCloud.Identity.Scim.Schemas;
using MentorCloud.Identity.Tests.Hosting;
using MentorCloud.Testing;
using Microsoft.AspNetCore.Http;
using static MentorCloud.Identity.Tests.Scim.DirectoryClient;

namespace MentorCloud.Identity.Tests.Scim;

/// <summary>Bodies damaged at random, from a fixed seed: none breaks the server, none shows anything of another tenant. docs/scim.md says how to run all 100,000.</summary>
public sealed class ScimFuzzTests(ITestOutputHelper output) : IDisposable
{
    private const int Usual = 10_000;
    private const int OverHttp = 300;
    private const string Marker = "zz-marker";

    private readonly DirectoryInfo _folder = Directory.CreateDirectory(
        Path.Combine(Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath(), $"mentorcloud-scim-{Guid.NewGuid():N}"));

    private static int Rounds => int.TryParse(Environment.GetEnvironmentVariable("MENTORCLOUD_SCIM_FUZZ"), CultureInfo.InvariantCulture, out var wanted) ? wanted : Usual;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Body_damaged_in_any_way_gives_no_5xx_and_nothing_of_another_tenant()
    {
        await using var host = await StartAsync();
        var (ids, foreign) = await PeopleAsync(host);
        var dice = new BodyDice(20261127, ids, foreign);
        var client = new MachineClient(TestTenants.Acme, "fuzz", "Fuzz", Scope.Directory, default, null, null);
        var principal = ActorClaims.OfClient(client, Scope.Directory, "test");
        var (faults, statuses) = (new List<string>(), new SortedDictionary<int, int>());

        for (var round = 0; round < Rounds; round++)
        {
            var (request, body) = dice.Next();
            var (status, answer) = await AskAsync(host, principal, request, dice.Id(), body);
            statuses[status] = statuses.GetValueOrDefault(status) + 1;
            if (status >= 500 || answer.Contains(Marker, StringComparison.Ordinal) || answer.Contains("   at ", StringComparison.Ordinal))
            {
                faults.Add($"round {round}, request {request}: {status} {answer[..Math.Min(answer.Length, 300)]}\n{Encoding.UTF8.GetString(body)}");
            }
        }

        var line = $"SCIM bodies: {Rounds} damaged ({string.Join(", ", statuses.Select(each => $"{each.Value} answered {each.Key}"))}), {faults.Count} faults.";
        output.WriteLine(line);
        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(5)));
        Assert.True(statuses.ContainsKey(200) && statuses.ContainsKey(201), "No body was right any more: the dice damage too much.");
        Assert.Equal(foreign.Count, await OpenAsync(host));
        SecuritySummary.Write("scim-fuzz", line);
    }

    [Fact]
    public async Task Body_damaged_over_http_gives_no_5xx_either()
    {
        await using var host = await StartAsync();
        var (ids, foreign) = await PeopleAsync(host);
        using var directory = await ConnectAsync(host);
        var dice = new BodyDice(7, ids, foreign);
        (string Method, string Path)[] requests = [("POST", "/Users"), ("PUT", "/Users/{id}"), ("POST", "/Groups"), ("PATCH", "/Users/{id}"), ("POST", "/.search"), ("POST", "/Bulk")];

        for (var round = 0; round < OverHttp; round++)
        {
            var (request, body) = dice.Next();
            using var message = new HttpRequestMessage(new HttpMethod(requests[request].Method), "/scim/v2" + requests[request].Path.Replace("{id}", dice.Id(), StringComparison.Ordinal))
            {
                Content = new ByteArrayContent(body),
            };
            message.Content.Headers.TryAddWithoutValidation("Content-Type", "application/scim+json");
            var answer = await directory.SendAsync(message);
            Assert.True((int)answer.Status < 500, $"round {round}: {answer.Status}");
            Assert.DoesNotContain(Marker, answer.Body?.ToJsonString() ?? string.Empty, StringComparison.Ordinal);
        }
    }

    /// <summary>In memory where there is memory to write to: the disk is not what is tested.</summary>
    private Task<IdentityHost> StartAsync() => IdentityHost.StartAsync(folder: _folder.FullName);

    private static async Task<(List<string> Ids, List<string> Foreign)> PeopleAsync(IdentityHost host)
    {
        host.Personnel.Add(TestTenants.Acme, "ada", ParticipantKind.Mentor);
        await host.AddAsync("admin@acme.example", Role.TenantAdmin);
        List<string> ids = [], foreign = [];
        foreach (var name in new[] { "ada", "bob", "cy", "dee" })
        {
            ids.Add((await host.AddAsync($"{name}@acme.example")).Id.ToString());
            foreign.Add((await host.AddAsync($"{Marker}-{name}@borealis.example", tenant: TestTenants.Borealis)).Id.ToString());
        }

        return (ids, foreign);
    }

    private static async Task<(int Status, string Answer)> AskAsync(IdentityHost host, ClaimsPrincipal principal, int request, string id, byte[] body)
    {
        var http = new DefaultHttpContext { User = principal, RequestServices = host.Get<IServiceProvider>() };
        (http.Request.Body, http.Request.ContentType, http.Request.Method) = (new MemoryStream(body), "application/scim+json", "POST");
        using var answer = new MemoryStream();
        http.Response.Body = answer;
        var scim = host.Get<ScimEndpoint>();
        try
        {
            var result = await (request switch
            {
                0 => scim.CreateAsync(http, Schemata.Users),
                1 => scim.ReplaceAsync(http, Schemata.Users, id),
                2 => scim.CreateAsync(http, Schemata.Groups),
                3 => scim.PatchAsync(http, Schemata.Users, id),
                4 => scim.SearchAsync(http, Schemata.Kinds),
                _ => host.Get<BulkEndpoint>().AnswerAsync(http),
            });
            await result.ExecuteAsync(http);
            return (http.Response.StatusCode, Encoding.UTF8.GetString(answer.ToArray()));
        }
        catch (Exception exception)
        {
            // What leaves the endpoint is a 500 to the caller.
            return (500, exception.ToString());
        }
    }

    private static async Task<int> OpenAsync(IdentityHost host)
    {
        var page = await host.Accounts.ListAsync(TestTenants.Borealis, AccountFilter.Any with { Status = AccountStatus.Active }, new Contracts.Views.PageRequest(100), default);
        return page.Rows.Count;
    }
}
