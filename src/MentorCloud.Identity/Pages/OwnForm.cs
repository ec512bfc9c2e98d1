using MentorCloud.Identity.Text;
using Microsoft.AspNetCore.Http;

namespace MentorCloud.Identity.Pages;

/// <summary>The fields of one of our own forms; a missing one is empty.</summary>
internal sealed class OwnForm
{
    private const int MostLength = 16 * 1024;
    private readonly IFormCollection _fields;

    private OwnForm(IFormCollection fields) => _fields = fields;

    public string this[string name] => _fields.TryGetValue(name, out var values) && values.Count == 1 ? values[0] ?? string.Empty : string.Empty;

    public static async Task<OwnForm?> ReadAsync(HttpRequest request) =>
        await FormBody.ReadAsync(request, MostLength) is { } fields ? new OwnForm(fields) : null;
}
