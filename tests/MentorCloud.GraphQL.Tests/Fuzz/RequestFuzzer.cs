using System.Text;
using System.Text.Json.Nodes;
using MentorCloud.GraphQL.Tests.Generators;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;

namespace MentorCloud.GraphQL.Tests.Fuzz;

/// <summary>HTTP requests that are nearly GraphQL over HTTP.</summary>
internal static class RequestFuzzer
{
    private static readonly ServiceProvider Services = new ServiceCollection()
        .AddSingleton<IHostApplicationLifetime>(new ApplicationLifetime(NullLogger<ApplicationLifetime>.Instance)).BuildServiceProvider();

    private static readonly string[] Accepts = ["application/json", "application/graphql-response+json", "*/*", "", "text/plain", "text/html, */*;q=0.1", "application/json; charset=latin1", "garbage;;;", "text/event-stream"];
    private static readonly string[] Types = ["application/json", "application/json; charset=utf-8", "application/json; charset=utf-16", "text/plain", "multipart/form-data; boundary=x", "", "application/json;;", "\u00e9"];

    public static HttpContext Make(Dice dice, string document)
    {
        var http = new DefaultHttpContext { RequestServices = Services };
        http.Response.Body = new MemoryStream();
        http.Request.Headers.Accept = dice.Chance(60) ? "application/json" : dice.PickFrom(Accepts);
        http.Request.Method = dice.Chance(75) ? "POST" : dice.Pick("GET", "PUT", "DELETE", "OPTIONS", "HEAD", "GET");
        if (http.Request.Method == "GET")
        {
            http.Request.QueryString = QueryString.Create("query", document)
                + (dice.Chance(40) ? QueryString.Create(dice.Pick("variables", "extensions", "operationName"), Damage(dice, "{\"a\":1}")) : default);
            return http;
        }

        http.Request.ContentType = dice.Chance(80) ? "application/json" : dice.PickFrom(Types);
        var body = dice.Chance(1) ? new byte[300_000] : Encoding.UTF8.GetBytes(Damage(dice, Body(dice, document)));
        http.Request.Body = new MemoryStream(body);
        if (dice.Chance(50)) http.Request.ContentLength = body.Length;
        return http;
    }

    private static string Body(Dice dice, string document)
    {
        var body = new JsonObject { ["query"] = document };
        if (dice.Chance(30)) body["variables"] = Odd(dice);
        if (dice.Chance(20)) body["operationName"] = dice.Chance(50) ? "Op" : Odd(dice);
        if (dice.Chance(20)) body["extensions"] = dice.Chance(50) ? new JsonObject { ["persistedQuery"] = new JsonObject { ["sha256Hash"] = Odd(dice) } } : Odd(dice);
        if (dice.Chance(5)) body["query"] = Odd(dice);
        return body.ToJsonString();
    }

    private static JsonNode? Odd(Dice dice) => dice.Next(6) switch
    {
        0 => null,
        1 => new JsonArray(1, "x"),
        2 => new JsonObject { ["x0"] = 1, ["n"] = new JsonObject() },
        3 => JsonValue.Create("text"),
        4 => JsonValue.Create(1e300),
        _ => new JsonObject(),
    };

    private static string Damage(Dice dice, string text)
    {
        if (!dice.Chance(20) || text.Length == 0) return text;
        var at = dice.Next(text.Length);
        return dice.Next(3) switch
        {
            0 => text[..at],
            1 => text.Insert(at, dice.Pick("{", "\"", "\\", "]", "\\ud800", "\u0000", ",")),
            _ => text.Remove(at, 1),
        };
    }
}
