using System.Text;
using System.Text.Json;
using MentorCloud.Domain.Refusals;
using MentorCloud.Identity.Scim.Http;
using Microsoft.AspNetCore.Http;

namespace MentorCloud.Identity.Scim.Resources;

/// <summary>Reads a request's body: a JSON object of bounded size and depth.</summary>
internal static class ScimBody
{
    public const string MediaType = "application/scim+json";

    /// <summary>Bytes of a body at most; bulk requests too.</summary>
    public const int MostBytes = 1024 * 1024;

    private static readonly JsonDocumentOptions Json = new() { MaxDepth = 16, AllowDuplicateProperties = false };

    /// <exception cref="ScimRefusedException">415, 413, invalidSyntax.</exception>
    public static async Task<JsonElement> ReadAsync(HttpRequest request)
    {
        CheckType(request.ContentType);
        if (request.ContentLength > MostBytes)
        {
            throw TooLarge();
        }

        using var copy = new MemoryStream();
        var chunk = new byte[16 * 1024];
        try
        {
            for (int read; (read = await request.Body.ReadAsync(chunk, request.HttpContext.RequestAborted)) > 0;)
            {
                copy.Write(chunk, 0, read);
                if (copy.Length > MostBytes)
                {
                    throw TooLarge();
                }
            }
        }
        catch (BadHttpRequestException)
        {
            throw new ScimRefusedException(ScimRefusal.Syntax("The body could not be read."));
        }

        return Parse(copy.GetBuffer().AsMemory(0, (int)copy.Length));
    }

    /// <exception cref="ScimRefusedException">invalidSyntax.</exception>
    public static JsonElement Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            var root = JsonDocument.Parse(body, Json).RootElement;
            ReadTexts(root);
            return root.ValueKind == JsonValueKind.Object ? root : throw new ScimRefusedException(ScimRefusal.Syntax("The body must be a JSON object."));
        }
        catch (InvalidOperationException)
        {
            throw new ScimRefusedException(ScimRefusal.Syntax("The body holds half a character, or bytes that are no UTF-8."));
        }
        catch (JsonException)
        {
            throw new ScimRefusedException(ScimRefusal.Syntax("The body is no JSON, nested more than 16 deep, or names something twice."));
        }
    }

    /// <summary>A member of an object by its name in any case; null when it has none. Twice is refused.</summary>
    /// <exception cref="ScimRefusedException">invalidSyntax.</exception>
    public static JsonElement? Member(JsonElement body, string name)
    {
        JsonElement? found = null;
        foreach (var property in body.EnumerateObject().Where(each => each.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
        {
            found = found is null ? property.Value : throw new ScimRefusedException(ScimRefusal.Syntax($"{name} is given twice.", name));
        }

        return found;
    }

    /// <summary>A text that is a member of an object; null when it has none.</summary>
    /// <exception cref="ScimRefusedException">invalidSyntax.</exception>
    public static string? TextMember(JsonElement body, string name) => Member(body, name) switch
    {
        null or { ValueKind: JsonValueKind.Null } => null,
        { ValueKind: JsonValueKind.String } text => text.GetString()!,
        _ => throw new ScimRefusedException(ScimRefusal.Syntax($"{name} must be a text.", name)),
    };

    /// <summary>Demands that the message names its schema, as RFC 7644 wants of every message.</summary>
    /// <exception cref="ScimRefusedException">invalidSyntax.</exception>
    public static void RequireSchema(JsonElement body, string schema)
    {
        if (Member(body, "schemas") is not { ValueKind: JsonValueKind.Array } named
            || !named.EnumerateArray().Any(each => each.ValueKind == JsonValueKind.String && each.GetString()!.Equals(schema, StringComparison.OrdinalIgnoreCase)))
        {
            throw new ScimRefusedException(ScimRefusal.Syntax($"schemas must name {schema}.", "schemas"));
        }
    }

    /// <summary>Reads every name and text once: JSON lets half a character through, which nothing behind this can take.</summary>
    /// <exception cref="InvalidOperationException">One is no text.</exception>
    private static void ReadTexts(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.String)
        {
            _ = element.GetString();
        }
        else if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                ReadTexts(item);
            }
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in element.EnumerateObject())
            {
                _ = property.Name;
                ReadTexts(property.Value);
            }
        }
    }

    private static void CheckType(string? contentType)
    {
        var parts = (contentType ?? string.Empty).Split(';', StringSplitOptions.TrimEntries);
        var isJson = parts[0].Equals(MediaType, StringComparison.OrdinalIgnoreCase) || parts[0].Equals("application/json", StringComparison.OrdinalIgnoreCase);
        var isUtf8 = parts.Skip(1).All(part => !part.StartsWith("charset=", StringComparison.OrdinalIgnoreCase) || part[8..].Trim('"').Equals(Encoding.UTF8.WebName, StringComparison.OrdinalIgnoreCase));
        if (!isJson || !isUtf8)
        {
            throw new ScimRefusedException(new ScimRefusal(415, ErrorCodes.InputInvalid, $"Send the body as {MediaType} in UTF-8.", null, "Content-Type"));
        }
    }

    private static ScimRefusedException TooLarge() => new(ScimRefusal.TooLarge($"A body has at most {MostBytes} bytes."));
}
