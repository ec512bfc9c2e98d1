using Microsoft.AspNetCore.Http;

namespace MentorCloud.Identity.Passkeys;

/// <summary><c>GET /login/passkeys.js</c>: the only script of our pages, allowed on the two pages that need it.</summary>
internal static class PasskeyScript
{
    public const string Path = "/login/passkeys.js";
    private static readonly Lazy<string> Text = new(Read);

    public static IResult Answer(HttpResponse response)
    {
        response.Headers.CacheControl = "public, max-age=3600";
        response.Headers.XContentTypeOptions = "nosniff";
        return Results.Text(Text.Value, "text/javascript; charset=utf-8");
    }

    private static string Read()
    {
        using var stream = typeof(PasskeyScript).Assembly.GetManifestResourceStream("passkeys.js")
            ?? throw new InvalidOperationException("The script of passkeys is missing from the program.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
