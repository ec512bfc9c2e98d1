using MentorCloud.Identity.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace MentorCloud.Identity.Pages;

/// <summary>One page: plain HTML that works without scripts, under a policy that allows none.</summary>
/// <param name="Texts">Its language.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Body">What stands under the heading.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="FormTarget">An origin besides our own that a form of the page may end up at after redirects; null for none.</param>
internal sealed record Page(PageTexts Texts, string Title, Markup Body, int Status = StatusCodes.Status200OK, string? FormTarget = null) : IResult
{
    /// <summary>An address elsewhere that the page leads on to by itself; null when it stays.</summary>
    public string? Onward { get; init; }

    /// <summary>A script of our own that this page alone runs; null for none.</summary>
    public string? Script { get; init; }

    public const string StylePath = "/login/style.css";

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        response.ContentType = "text/html; charset=utf-8";
        var nonce = Script is null ? null : Secrets.New();
        SecurityHeaders.Set(response, FormTarget, nonce);
        var html = Markup.Of($"""
            <!DOCTYPE html>
            <html lang="{Texts.Language}" dir="{Texts.Direction}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{Title} – MentorCloud</title>
            <link rel="stylesheet" href="{StylePath}">
            {Leading(Onward)}{Running(Script, nonce)}
            </head>
            <body>
            <a class="skip" href="#content">{Texts.Skip}</a>
            <header><p class="brand">MentorCloud</p></header>
            <main id="content">
            <h1>{Title}</h1>
            {Body}
            </main>
            <footer><nav aria-label="{Texts.Languages}">{Languages(httpContext.Request)}</nav></footer>
            </body>
            </html>

            """);
        return response.WriteAsync(html.ToString(), httpContext.RequestAborted);
    }

    /// <summary>A link for each other language, named in that language; after a form or a problem it leads to the login, for a form is not sent twice.</summary>
    private Markup Languages(HttpRequest request)
    {
        var here = HttpMethods.IsGet(request.Method) && Status == StatusCodes.Status200OK ? request.Path + request.QueryString.Value : "/login";
        return Markup.Join(PageTexts.All.Where(language => language.Language != Texts.Language).Select(language =>
        {
            var address = QueryHelpers.AddQueryString(LanguageEndpoint.Path, new Dictionary<string, string?> { ["to"] = language.Language, ["return"] = here });
            return Markup.Of($"""<a href="{address}" lang="{language.Language}" hreflang="{language.Language}">{language.Name}</a> """);
        }));
    }

    private static Markup Running(string? script, string? nonce) => script is null
        ? Markup.Empty
        : Markup.Of($"""<script src="{script}" nonce="{nonce}" defer></script>""");

    private static Markup Leading(string? onward) => onward is null
        ? Markup.Empty
        : Markup.Of($"""<meta http-equiv="refresh" content="0; url={onward}">""");

    /// <summary>A problem, announced to screen readers.</summary>
    public static Markup Alert(PageTexts texts, string? problem) => problem is null
        ? Markup.Empty
        : Markup.Of($"""<div class="alert" role="alert"><strong>{texts.Error}.</strong> {problem}</div>""");
}
