using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace MentorCloud.Identity.Pages;

/// <summary>The fields of one of our own forms; a missing one is empty.</summary>
internal sealed class OwnForm
{
    private const int MostLength = 16 * 1024;
    private static readonly FormOptions Limits = new() { BufferBodyLengthLimit = MostLength, ValueCountLimit = 20, KeyLengthLimit = 64, ValueLengthLimit = MostLength };
    private readonly IFormCollection _fields;

    private OwnForm(IFormCollection fields) => _fields = fields;

    public string this[string name] => _fields.TryGetValue(name, out var values) && values.Count == 1 ? values[0] ?? string.Empty : string.Empty;

    public static async Task<OwnForm?> ReadAsync(HttpRequest request)
    {
        if (!request.HasFormContentType || request.ContentLength > MostLength)
        {
            return null;
        }

        try
        {
            return new OwnForm(await request.ReadFormAsync(Limits, request.HttpContext.RequestAborted));
        }
        catch (Exception exception) when (exception is InvalidDataException or BadHttpRequestException or IOException or NotSupportedException)
        {
            return null;
        }
    }
}
