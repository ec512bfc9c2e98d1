using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace MentorCloud.Identity.Text;

/// <summary>
/// Reads the body of a form, urlencoded alone: no form here uploads a file, and multipart would be written to one before
/// anything is known about who sends it.
/// </summary>
internal static class FormBody
{
    private const int MostFields = 100;
    private const int MostName = 256;

    /// <summary>Whether it says that it is such a form.</summary>
    public static bool IsForm(HttpRequest request) =>
        request.HasFormContentType && request.ContentType!.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase);

    /// <summary>The fields; null when it is no such form, cannot be read, or is longer than <paramref name="most"/> bytes, whatever length it claims.</summary>
    public static async Task<IFormCollection?> ReadAsync(HttpRequest request, int most)
    {
        if (!IsForm(request) || request.ContentLength > most)
        {
            return null;
        }

        // The length of a chunked body is bounded for a buffered one alone; it stays in memory.
        var limits = new FormOptions
        {
            BufferBody = true, BufferBodyLengthLimit = most, MemoryBufferThreshold = most, ValueCountLimit = MostFields, KeyLengthLimit = MostName, ValueLengthLimit = most,
        };
        try
        {
            return await request.ReadFormAsync(limits, request.HttpContext.RequestAborted);
        }
        catch (Exception exception) when (exception is InvalidDataException or BadHttpRequestException or IOException or NotSupportedException)
        {
            return null;
        }
    }
}
