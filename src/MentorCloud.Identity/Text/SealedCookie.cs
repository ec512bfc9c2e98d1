using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using MentorCloud.Identity.Keys;
using MentorCloud.Identity.Sessions;
using Microsoft.AspNetCore.Http;

namespace MentorCloud.Identity.Text;

/// <summary>Keeps something in the browser for minutes that it can neither read nor alter: sealed, bound to its purpose, with an end.</summary>
internal sealed class SealedCookie(ServerSecrets secrets, SessionCookie cookie, TimeProvider time)
{
    private const int MostLength = 3800;

    /// <summary>What is sealed enters no page, so that no sign needs six of its own.</summary>
    private static readonly JsonSerializerOptions Short = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task WriteAsync<T>(HttpContext http, string name, T value, TimeSpan lifetime)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(new Envelope<T>(value, time.GetUtcNow() + lifetime), Short);
        var text = await secrets.SealAsync(Purpose(name), name, bytes, http.RequestAborted);
        http.Response.Cookies.Append(cookie.Name(name), text, cookie.Options(SameSiteMode.Lax, lifetime));
    }

    /// <summary>What was kept; null when nothing was, its time is over, or it was altered.</summary>
    public async Task<T?> ReadAsync<T>(HttpContext http, string name)
        where T : class
    {
        if (http.Request.Cookies[cookie.Name(name)] is not { Length: > 0 and <= MostLength } text)
        {
            return null;
        }

        try
        {
            var bytes = await secrets.OpenAsync(Purpose(name), name, text, http.RequestAborted);
            var read = JsonSerializer.Deserialize<Envelope<T>>(bytes);
            return read is not null && read.Until > time.GetUtcNow() ? read.Value : null;
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException or OverflowException or ArgumentException or JsonException)
        {
            return null;
        }
    }

    public void Clear(HttpContext http, string name) => http.Response.Cookies.Delete(cookie.Name(name), cookie.Options(SameSiteMode.Lax));

    private static string Purpose(string name) => "cookie/" + name;

    private sealed record Envelope<T>(T Value, DateTimeOffset Until);
}
