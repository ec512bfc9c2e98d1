using System.Buffers.Text;
using System.Globalization;
using System.Text;
using MentorCloud.Contracts.Audit;
using MentorCloud.Contracts.People;
using MentorCloud.Identity;
using MentorCloud.Identity.Access;
using MentorCloud.Storage.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.Gateway.BenchServer;

/// <summary>
/// The limit for a page of pairings: one endpoint written by hand for this page alone. It has the same access token checked,
/// runs the same SQL, notes the reading in the audit log as the Gateway must, and gives the same JSON from source-generated
/// System.Text.Json. It reads no document, asks no policy table, holds to no limit and traces nothing.
/// </summary>
internal static class PageServer
{
    private const int Size = 20;
    private const long ScoreUnit = 1L << 30;

    public static void Add(IServiceCollection services, string url, string folder, string masterKey)
    {
        services.AddMentorCloudStorage(storage =>
        {
            storage.Provider = StorageProvider.Sqlite;
            storage.DataFolder = folder;
            storage.MasterKeyFile = masterKey;
        });
        services.AddSingleton<IPersonnel, UnknownPeople>();
        services.AddMentorCloudIdentity(identity =>
        {
            identity.DataFolder = folder;
            identity.ListeningUrl = new Uri(url);
        });
    }

    public static void Map(WebApplication app, string folder)
    {
        var sql = new PageSql(Path.Combine(folder, "views.db"));
        var audit = app.Services.GetRequiredService<IAuditLog>();
        app.UseAuthentication();
        app.MapMentorCloudIdentity();
        app.MapGet("/", (RequestDelegate)(http => http.Response.WriteAsync("ready")));
        app.MapGet("/pairings", (RequestDelegate)(http => AnswerAsync(http, sql, audit)));
    }

    private static async Task AnswerAsync(HttpContext http, PageSql sql, IAuditLog audit)
    {
        var actor = ActorClaims.ToActor(http.User);
        if (actor.Tenant is not { } tenant)
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        var (rows, people) = sql.Read(tenant.ToString(), Size + 1);
        var shown = rows.Take(Size).ToList();
        var detail = string.Create(CultureInfo.InvariantCulture, $"{{\"pairings\":{shown.Count}}}");
        await audit.AppendAsync(
            tenant,
            new AuditEntry(TimeProvider.System.GetUtcNow(), actor.ToString(), "Read Pairings", $"Tenant/{tenant}/{tenant}", Detail: detail),
            http.RequestAborted);
        var nodes = shown.ConvertAll(row => Node(row, people));
        await http.Response.WriteAsJsonAsync(
            new PageAnswer(new PageData(new PairingPage(nodes, new PageEnd(rows.Count > Size)))), PageJson.Default.PageAnswer);
    }

    private static PairingNode Node(PairingLine row, Dictionary<string, PersonLine> people) => new(
        GlobalId("Pairing", row.Id), row.Stage, decimal.Round((decimal)row.Score / ScoreUnit, 9), Person(people[row.Mentor]), Person(people[row.Mentee]),
        new HealthNode(row.Health, row.Reasons));

    private static PersonNode Person(PersonLine person) => new(GlobalId("Participant", person.Id), person.Name, person.Title);

    private static string GlobalId(string type, string id) => Base64Url.EncodeToString(Encoding.ASCII.GetBytes($"{type}:{id}"));
}
