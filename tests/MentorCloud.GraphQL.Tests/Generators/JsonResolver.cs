using System.Text;
using System.Text.Json;

namespace MentorCloud.GraphQL.Tests.Generators;

/// <summary>Resolves fields from generated JSON the way oracle.mjs does.</summary>
internal static class JsonResolver
{
    public static Schema Build(string sdl)
    {
        var builder = new SchemaBuilder(sdl)
            .DefaultResolver(Resolve)
            .TypeName(value => ((JsonElement)value).GetProperty("$type").GetString());
        if (sdl.Contains("scalar Even", StringComparison.Ordinal)) builder.Scalar("Even", new EvenScalar());
        return builder.Build();
    }

    private static object? Resolve(object? parent, FieldContext context)
    {
        if (context.FieldName.StartsWith("args", StringComparison.Ordinal)) return Echo(context);
        var holder = parent is JsonElement e ? e : (JsonElement)context.State!;
        var resolved = holder.TryGetProperty(context.FieldName, out var value) ? Unwrap(value) : null;
        return context.ParentTypeName == "Subscription" ? OneEvent(resolved) : resolved;
    }

    private static async IAsyncEnumerable<object?> OneEvent(object? value)
    {
        await Task.Yield();
        yield return value;
    }

    private static object? Unwrap(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object) return Plain(value);
        if (value.TryGetProperty("$error", out var message)) throw new GraphQLException(message.GetString()!, "PLANNED");
        if (value.TryGetProperty("$never", out _)) return new TaskCompletionSource<object?>().Task;
        return value.TryGetProperty("$later", out var later) ? LaterAsync(later) : value;
    }

    private static async Task<object?> LaterAsync(JsonElement value)
    {
        await Task.Yield();
        return Unwrap(value);
    }

    private static object? Plain(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => value.TryGetInt32(out var i) ? i : value.GetDouble(),
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Array => value.EnumerateArray().Select(Plain).ToList(),
        _ => value,
    };

    private static string Echo(FieldContext context)
    {
        var text = new StringBuilder("{");
        foreach (var name in context.ArgumentNames.Order(StringComparer.Ordinal))
        {
            if (text.Length > 1) text.Append(',');
            text.Append('"').Append(name).Append("\":");
            CanonicalJson.Write(context.Argument(name), text);
        }

        return text.Append('}').ToString();
    }
}
