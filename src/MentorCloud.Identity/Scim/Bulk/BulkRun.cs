using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using MentorCloud.Domain.Refusals;
using MentorCloud.Identity.Scim.Http;
using MentorCloud.Identity.Scim.Resources;

namespace MentorCloud.Identity.Scim.Bulk;

/// <summary>
/// Carries out the operations of one bulk request in their order; one that names what a later one makes runs right after that. Those that
/// wait for each other are refused, as RFC 7644, section 3.7.1 allows.
/// </summary>
internal sealed class BulkRun(ScimResources resources, ScimCaller caller, BulkRequest request, CancellationToken cancellationToken)
{
    private const string ResponseSchema = "urn:ietf:params:scim:api:messages:2.0:BulkResponse";

    /// <summary>Characters of a method or bulkId that come back in the answer; longer ones are left out.</summary>
    private const int LongestName = 256;
    private readonly BulkReferences _references = new();
    private readonly SortedDictionary<int, JsonObject> _answers = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private int _errors;

    private bool IsOver => request.FailOnErrors is { } most && _errors >= most;

    /// <summary>The response, with the answers in the order of the request.</summary>
    public async Task<JsonObject> RunAsync()
    {
        var waiting = new List<(int Index, BulkOperation Operation)>();
        foreach (var (index, operation) in Read().TakeWhile(_ => !IsOver))
        {
            waiting.Add((index, operation));
            while (!IsOver && waiting.Find(each => _references.Missing(each.Operation).Count == 0) is { Operation: not null } next)
            {
                waiting.Remove(next);
                await OneAsync(next.Index, _references.Filled(next.Operation));
            }
        }

        foreach (var (index, operation) in waiting.TakeWhile(_ => !IsOver))
        {
            Refuse(index, request.Operations[index], Unmet(operation));
        }

        return new JsonObject { ["schemas"] = new JsonArray(ResponseSchema), ["Operations"] = new JsonArray([.. _answers.Values]) };
    }

    private List<(int Index, BulkOperation Operation)> Read()
    {
        var read = new List<(int, BulkOperation)>();
        for (var index = 0; index < request.Operations.Count && !IsOver; index++)
        {
            try
            {
                var operation = BulkOperation.Read(request.Operations[index], resources);
                _ = _references.Missing(operation);
                if (operation is { Method: "POST", BulkId: { } name } && !_names.Add(name))
                {
                    throw new ScimRefusedException(ScimRefusal.Syntax("This bulkId is given twice.", "bulkId"));
                }

                read.Add((index, operation));
            }
            catch (ScimRefusedException refused)
            {
                Refuse(index, request.Operations[index], refused.Refusal);
            }
        }

        return read;
    }

    private async Task OneAsync(int index, BulkOperation operation)
    {
        try
        {
            var made = await DoAsync(operation);
            if (operation is { Method: "POST", BulkId: { } name } && made is not null)
            {
                _references.Add(name, made.Body["id"]!.ToString());
            }

            Answer(index, request.Operations[index], operation.Method == "POST" ? 201 : made is null ? 204 : 200, made);
        }
        catch (ScimRefusedException refused)
        {
            Refuse(index, request.Operations[index], refused.Refusal);
        }
    }

    private async Task<ScimResource?> DoAsync(BulkOperation operation)
    {
        var (book, data) = (operation.Book, operation.Data ?? default);
        switch (operation.Method)
        {
            case "POST":
                return await ScimResources.CreateAsync(book, caller, data, cancellationToken);
            case "PUT":
                return await ScimResources.ReplaceAsync(book, caller, operation.Id!, data, operation.Condition, cancellationToken);
            case "PATCH":
                return await ScimResources.PatchAsync(book, caller, operation.Id!, data, operation.Condition, cancellationToken);
            default:
                await book.DeleteAsync(caller.Tenant, caller.Actor, operation.Id!, operation.Condition, cancellationToken);
                return null;
        }
    }

    private ScimRefusal Unmet(BulkOperation operation) => _references.Missing(operation).All(_names.Contains)
        ? new ScimRefusal(409, ErrorCodes.InputInvalid, "The operation waits for one that waits for it, or that failed.", null, "data")
        : ScimRefusal.Value("data", "A bulkId is named that no operation has.");

    private void Refuse(int index, JsonElement operation, ScimRefusal refusal)
    {
        _errors++;
        Answer(index, operation, refusal.Status, null)["response"] = ScimAnswer.Error(refusal);
    }

    private JsonObject Answer(int index, JsonElement operation, int status, ScimResource? made)
    {
        var answer = new JsonObject();
        foreach (var name in (string[])["method", "bulkId"])
        {
            if (operation.TryGetProperty(name, out var given) && given.ValueKind == JsonValueKind.String && given.GetString()!.Length <= LongestName)
            {
                answer[name] = given.GetString();
            }
        }

        ScimDocument.Put(answer, "location", made?.Location);
        ScimDocument.Put(answer, "version", made?.Version);
        answer["status"] = status.ToString(CultureInfo.InvariantCulture);
        return _answers[index] = answer;
    }
}
