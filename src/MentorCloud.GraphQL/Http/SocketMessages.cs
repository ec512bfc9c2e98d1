namespace MentorCloud.GraphQL.Http;

/// <summary>The protocol's messages that carry an id.</summary>
internal static class SocketMessages
{
    public static byte[] Next(string id, GraphQLResponse response) => Build("next", id, response.Json.Span);

    /// <summary>The payload is the list of errors alone: the response's object without its frame.</summary>
    public static byte[] Error(string id, GraphQLResponse response) =>
        Build("error", id, response.Json.Span["{\"errors\":".Length..^1]);

    public static byte[] Complete(string id) => Build("complete", id, default);

    private static byte[] Build(string type, string id, ReadOnlySpan<byte> payload)
    {
        var output = new JsonOutput();
        output.WriteRaw("{\"id\":"u8);
        output.WriteString(id);
        output.WriteRaw(",\"type\":"u8);
        output.WriteString(type);
        if (!payload.IsEmpty)
        {
            output.WriteRaw(",\"payload\":"u8);
            output.WriteRaw(payload);
        }

        output.WriteByte((byte)'}');
        var message = output.Written.ToArray();
        output.Release();
        return message;
    }
}

/// <summary>The client broke the protocol; the connection is closed with this code.</summary>
internal sealed class SocketRefusal(int code, string message) : Exception(message)
{
    public int Code { get; } = code;
}
