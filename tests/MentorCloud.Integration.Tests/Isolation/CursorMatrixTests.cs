using System.Text.Json;
using MentorCloud.Gateway.Access;
using MentorCloud.Integration.Tests.Http;
using MentorCloud.Integration.Tests.Isolation.Matrix;

namespace MentorCloud.Integration.Tests.Isolation;

/// <summary>Cursors of every list: another tenant's shows nothing of theirs, and what is none is refused.</summary>
[Collection(MatrixCollection.Name)]
public sealed class CursorMatrixTests(MatrixFixture matrix)
{
    private readonly MatrixReport report = new();

    [Fact]
    public async Task Cursor_of_another_tenant_shows_nothing_of_theirs()
    {
        foreach (var call in matrix.Cases.Where(IsList))
        {
            foreach (var actor in matrix.Actors.Where(actor => FieldRights.Allows(FieldRights.OperationOf(call.Field.Parent, call.Field.Name)!, actor.Actor)))
            {
                await CheckAsync(call, actor);
            }
        }

        report.Check();
    }

    private static bool IsList(MatrixCase call) => call.Field.Arguments.Any(argument => argument.Name == "after");

    private async Task CheckAsync(MatrixCase call, MatrixActor actor)
    {
        var theirs = (await SendAsync(call, matrix.Other.Admin, matrix.Other.Things, null)).Body;
        var cursor = CursorIn(theirs);
        var read = await SendAsync(call, actor.Client, matrix.Own.Things, cursor ?? "MQ");
        var ids = IdsIn(theirs).ToHashSet();
        report.Add("cursors", call.Name, actor.Name, !IdsIn(read.Body).Any(ids.Contains) && !Outcome.IsFault(Outcome.Of(read, call)), read.Body);

        var nonsense = await SendAsync(call, actor.Client, matrix.Own.Things, "no cursor at all");
        var seen = Outcome.Of(nonsense, call);
        report.Add("bad cursors", call.Name, actor.Name, seen is "CURSOR_INVALID" or Outcome.Nothing, nonsense.Body);
    }

    private static string? CursorIn(string body)
    {
        const string Mark = "\"endCursor\":\"";
        var at = body.IndexOf(Mark, StringComparison.Ordinal);
        return at < 0 ? null : body[(at + Mark.Length)..body.IndexOf('"', at + Mark.Length)];
    }

    private static IEnumerable<string> IdsIn(string body)
    {
        using var document = JsonDocument.Parse(body);
        var open = new Stack<JsonElement>([document.RootElement.Clone()]);
        while (open.TryPop(out var element))
        {
            if (element.ValueKind == JsonValueKind.Object)
            {
                foreach (var member in element.EnumerateObject())
                {
                    if (member.Name == "id" && member.Value.ValueKind == JsonValueKind.String)
                    {
                        yield return member.Value.GetString()!;
                    }

                    open.Push(member.Value);
                }
            }
            else if (element.ValueKind == JsonValueKind.Array)
            {
                element.EnumerateArray().ToList().ForEach(open.Push);
            }
        }
    }

    private static Task<GraphQLAnswer> SendAsync(MatrixCase call, GraphQLClient client, Things things, string? after)
    {
        var (document, variables) = call.Build("none", things, (_, kind) => things[kind]);
        var argument = after is null ? "(first: 1" : $"(first: 1, after: {JsonSerializer.Serialize(after)}";
        var named = $"{call.Field.Name}(";
        var list = call.Field.Name + " {";
        document = document.Contains(named, StringComparison.Ordinal)
            ? document.Replace(named, $"{call.Field.Name}{argument}, ", StringComparison.Ordinal)
            : document.Replace(list, $"{call.Field.Name}{argument}) {{", StringComparison.Ordinal);
        return client.SendAsync(document.Replace("totalCount", "totalCount pageInfo { endCursor }", StringComparison.Ordinal), variables);
    }
}
