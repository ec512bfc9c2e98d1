using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace MentorCloud.GraphQL.Http;

/// <summary>What a caller accepts.</summary>
internal enum ResponseFormat
{
    /// <summary>application/json: the answer of old, status 200 whenever the request was understood.</summary>
    Json,

    /// <summary>application/graphql-response+json: status tells whether the operation ran.</summary>
    GraphQLResponse,

    /// <summary>text/event-stream.</summary>
    EventStream,

    /// <summary>Nothing that is served here.</summary>
    NotAcceptable,
}

/// <summary>Content negotiation of the GraphQL over HTTP specification.</summary>
internal static class MediaTypes
{
    public static readonly StringValues GraphQLResponse = "application/graphql-response+json; charset=utf-8";
    public static readonly StringValues Json = "application/json; charset=utf-8";

    public static StringValues ContentType(ResponseFormat format) => format == ResponseFormat.GraphQLResponse ? GraphQLResponse : Json;

    public static ResponseFormat Negotiate(StringValues accept)
    {
        if (accept.Count == 0) return ResponseFormat.Json;
        if (accept.Count == 1)
        {
            switch (accept[0])
            {
                case null or "" or "*/*" or "application/json": return ResponseFormat.Json;
                case "application/graphql-response+json": return ResponseFormat.GraphQLResponse;
                case "text/event-stream": return ResponseFormat.EventStream;
            }
        }

        return NegotiateList(accept);
    }

    private static ResponseFormat NegotiateList(StringValues accept)
    {
        if (!MediaTypeHeaderValue.TryParseList(accept!, out var wanted)) return ResponseFormat.NotAcceptable;
        foreach (var type in wanted.Where(t => t.Quality is not 0).OrderByDescending(t => t.Quality ?? 1))
        {
            if (type.Charset.HasValue && !type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase) && !type.Charset.Equals("utf8", StringComparison.OrdinalIgnoreCase)) continue;
            switch (type.MediaType.Value?.ToLowerInvariant())
            {
                case "application/graphql-response+json": return ResponseFormat.GraphQLResponse;
                case "application/json" or "application/*" or "*/*": return ResponseFormat.Json;
                case "text/event-stream": return ResponseFormat.EventStream;
            }
        }

        return ResponseFormat.NotAcceptable;
    }

    /// <summary>True for JSON in UTF-8, the only body that is read.</summary>
    public static bool IsJson(string? contentType)
    {
        if (contentType is "application/json" or "application/json; charset=utf-8") return true;
        return MediaTypeHeaderValue.TryParse(contentType, out var type)
            && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            && (!type.Charset.HasValue || type.Charset.Value.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase));
    }
}
