using Microsoft.AspNetCore.Http;

namespace MentorCloud.Identity.Pages;

/// <summary>One page: plain HTML that works without scripts, under a policy that allows none.</summary>
/// <param name="Texts">Its language.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Body">What stands under the heading.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="FormTarget">An origin besides our own that a form of the page may end up at after redirects; null for none.</param>
internal sealed record Page(PageTexts Texts, string Title, Markup Body, int Status = StatusCodes.Status200OK, string? FormTarget = null) : IResult
{
    public const string StylePath = "/login/style.css";

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        response.ContentType = "text/html; charset=utf-8";
        SecurityHeaders.Set(response, FormTarget);
        var html = Markup.Of($"""
            <!DOCTYPE html>
            <html lang="{Texts.Language}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{Title} – MentorCloud</title>
            <link rel="stylesheet" href="{StylePath}">
            </head>
            <body>
            <a class="skip" href="#content">{Texts.Skip}</a>
            <header><p class="brand">MentorCloud</p></header>
            <main id="content">
            <h1>{Title}</h1>
            {Body}
            </main>
            </body>
            </html>

            """);
        return response.WriteAsync(html.ToString(), httpContext.RequestAborted);
    }

    /// <summary>A problem, announced to screen readers.</summary>
    public static Markup Alert(PageTexts texts, string? problem) => problem is null
        ? Markup.Empty
        : Markup.Of($"""<div class="alert" role="alert"><strong>{texts.Error}.</strong> {problem}</div>""");
}
