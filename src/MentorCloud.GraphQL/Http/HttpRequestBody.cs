using System.Buffers;
using System.Text.Json;

namespace MentorCloud.GraphQL.Http;

/// <summary>The parameters of one GraphQL request, read without copying the document into a string.</summary>
internal ref struct HttpRequestBody : IDisposable
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 64 };
    private char[]? _pooled;
    private ReadOnlySpan<char> _query;

    public ReadOnlySpan<char> Query => _query;

    public string? OperationName { get; private set; }

    public string? DocumentHash { get; private set; }

    public JsonDocument? Variables { get; private set; }

    /// <summary>Reads a JSON body.</summary>
    /// <exception cref="GraphQLException">It is no GraphQL request; the message says why.</exception>
    public static HttpRequestBody FromJson(in ReadOnlySequence<byte> json)
    {
        var body = default(HttpRequestBody);
        try
        {
            var reader = json.IsSingleSegment ? new Utf8JsonReader(json.FirstSpan, Options) : new Utf8JsonReader(json, Options);
            if (!reader.Read()) throw Bad("The body is empty.");
            if (reader.TokenType == JsonTokenType.StartArray) throw Bad("Batches are not served; send one operation a request.");
            if (reader.TokenType != JsonTokenType.StartObject) throw Bad("The body must be a JSON object.");
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName) body.ReadProperty(ref reader);
            if (reader.Read()) throw Bad("The body must be one JSON object.");
            return body;
        }
        catch (JsonException)
        {
            body.Dispose();
            throw Bad("The body is not valid JSON.");
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    /// <summary>Reads the parameters of a GET request, already decoded.</summary>
    /// <exception cref="GraphQLException">A parameter is not what it must be.</exception>
    public static HttpRequestBody FromQuery(string? query, string? operationName, string? variables, string? extensions)
    {
        var body = default(HttpRequestBody);
        body._query = query;
        body.OperationName = operationName;
        try
        {
            if (!string.IsNullOrEmpty(variables)) body.SetVariables(JsonDocument.Parse(variables));
            if (!string.IsNullOrEmpty(extensions))
            {
                using var parsed = JsonDocument.Parse(extensions);
                body.ReadExtensions(parsed.RootElement);
            }
        }
        catch (JsonException)
        {
            body.Dispose();
            throw Bad("The parameters variables and extensions must be JSON objects.");
        }

        return body;
    }

    public void Dispose()
    {
        if (_pooled is not null) ArrayPool<char>.Shared.Return(_pooled);
        _pooled = null;
        Variables?.Dispose();
        Variables = null;
    }

    private void ReadProperty(ref Utf8JsonReader reader)
    {
        if (reader.ValueTextEquals("query"u8))
        {
            reader.Read();
            ReadQuery(ref reader);
        }
        else if (reader.ValueTextEquals("operationName"u8))
        {
            reader.Read();
            if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.Null)) throw Bad("operationName must be a string.");
            OperationName = reader.GetString();
        }
        else if (reader.ValueTextEquals("variables"u8))
        {
            reader.Read();
            if (reader.TokenType == JsonTokenType.Null) return;
            Variables?.Dispose();
            SetVariables(JsonDocument.ParseValue(ref reader));
        }
        else if (reader.ValueTextEquals("extensions"u8))
        {
            reader.Read();
            using var extensions = JsonDocument.ParseValue(ref reader);
            ReadExtensions(extensions.RootElement);
        }
        else
        {
            reader.Read();
            reader.Skip();
        }
    }

    private void ReadQuery(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            _query = default;
            return;
        }

        if (reader.TokenType != JsonTokenType.String) throw Bad("query must be a string.");
        var length = checked((int)(reader.HasValueSequence ? reader.ValueSequence.Length : reader.ValueSpan.Length));
        if (_pooled is not null) ArrayPool<char>.Shared.Return(_pooled);
        _pooled = ArrayPool<char>.Shared.Rent(Math.Max(length, 1));
        try
        {
            _query = _pooled.AsSpan(0, reader.CopyString(_pooled));
        }
        catch (InvalidOperationException)
        {
            throw Bad("query is not valid Unicode.");
        }
    }

    private void SetVariables(JsonDocument variables)
    {
        Variables = variables;
        if (variables.RootElement.ValueKind is JsonValueKind.Object or JsonValueKind.Null) return;
        throw Bad("variables must be an object.");
    }

    private void ReadExtensions(JsonElement extensions)
    {
        if (extensions.ValueKind == JsonValueKind.Null) return;
        if (extensions.ValueKind != JsonValueKind.Object) throw Bad("extensions must be an object.");
        DocumentHash = Hash(extensions);
    }

    /// <summary>The hash of a stored document in a request's <c>extensions</c>, if it asks for one.</summary>
    public static string? HashIn(JsonElement request) =>
        request.TryGetProperty("extensions", out var extensions) && extensions.ValueKind == JsonValueKind.Object ? Hash(extensions) : null;

    private static string? Hash(JsonElement extensions) =>
        extensions.TryGetProperty("persistedQuery", out var persisted)
        && persisted.ValueKind == JsonValueKind.Object
        && persisted.TryGetProperty("sha256Hash", out var hash) && hash.ValueKind == JsonValueKind.String
            ? hash.GetString()!.ToLowerInvariant()
            : null;

    private static GraphQLException Bad(string message) => new(message, ErrorCodes.BadRequest);
}
