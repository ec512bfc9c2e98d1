using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;

namespace MentorCloud.GraphQL.Http;

/// <summary>Reads a whole body into the connection's own buffer, up to a limit.</summary>
internal static class BodyReader
{
    /// <summary>The body, which the caller must advance over; null when it is larger than the limit.</summary>
    public static async ValueTask<ReadResult?> ReadAsync(HttpRequest request, int limit, CancellationToken cancellationToken)
    {
        if (request.ContentLength > limit) return null;
        var reader = request.BodyReader;
        while (true)
        {
            var result = await reader.ReadAsync(cancellationToken);
            if (result.Buffer.Length > limit)
            {
                reader.AdvanceTo(result.Buffer.End);
                return null;
            }

            if (result.IsCompleted || result.Buffer.Length == request.ContentLength) return result;
            reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        }
    }
}
