using System.Text.Json;
using MentorCloud.GraphQL.Documents;
using MentorCloud.GraphQL.Http;
using MentorCloud.GraphQL.Tests.Generators;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.GraphQL.Tests.Fuzz;

/// <summary>Requests that are nearly GraphQL over HTTP, given to the endpoint's handler.</summary>
internal static class RequestFuzz
{
    private const int Seed = 7;
    private static readonly ServiceProvider Nothing = new ServiceCollection().BuildServiceProvider();

    /// <summary>Sends the requests numbered from 0. Throws at the first that the endpoint fails on.</summary>
    public static async Task RunAsync(int count, FuzzTally tally, Action<int>? progress = null)
    {
        var engine = new GraphQLEngine(
            JsonResolver.Build(new SchemaGenerator(new Dice(Seed)).Generate()), new GraphQLEngineOptions { Documents = new PersistedDocuments() });
        var handler = new GraphQLHandler(engine, new GraphQLHttpOptions
        {
            CreateContext = _ => new(new GraphQLRequestContext(Nothing) { State = JsonElement.Parse("{}") }),
            PreflightHeader = "X-Preflight",
        });
        for (var n = 0; n < count; n++)
        {
            if (n % 1_000 == 0) progress?.Invoke(n);
            var dice = new Dice(DocumentFuzz.DiceOf(n));
            var http = RequestFuzzer.Make(dice, DocumentFuzz.Document(engine.Schema, dice).Text);
            if (dice.Chance(90)) http.Request.Headers["X-Preflight"] = "1";
            var timer = new CaseTimer();
            await handler.HandleAsync(http);
            timer.Stop(tally);
            // A server flushes when the request ends.
            await http.Response.BodyWriter.FlushAsync();
            Count(n, http.Response.StatusCode, (MemoryStream)http.Response.Body, tally);
        }
    }

    private static void Count(int n, int status, MemoryStream body, FuzzTally tally)
    {
        if (status >= 500) throw new InvalidOperationException($"request {n} gave {status}");
        tally.Requests++;
        tally.Statuses[status] = tally.Statuses.GetValueOrDefault(status) + 1;
        if (body.Length == 0 || body.GetBuffer()[0] != (byte)'{') return;
        using var json = JsonDocument.Parse(body.GetBuffer().AsMemory(0, (int)body.Length));
        if (!json.RootElement.TryGetProperty("errors", out var errors)) return;
        foreach (var error in errors.EnumerateArray()) tally.Hit(error.GetProperty("extensions").GetProperty("code").GetString()!);
    }
}
