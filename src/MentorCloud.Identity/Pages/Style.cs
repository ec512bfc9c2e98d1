using Microsoft.AspNetCore.Http;

namespace MentorCloud.Identity.Pages;

/// <summary>The one style sheet. Contrasts are at least 4.5:1, targets at least 44 px high, focus is always visible (WCAG 2.2 AA).</summary>
internal static class Style
{
    private const string Sheet = """
        :root { color-scheme: light dark; }
        * { box-sizing: border-box; }
        body { margin: 0; font: 1.0625rem/1.5 system-ui, sans-serif; color: #1b1f24; background: #f6f7f9; }
        header, main, footer { max-width: 30rem; margin: 0 auto; padding: 1rem; }
        .brand { font-weight: 700; color: #0b4f8a; margin: 1rem 0 0; }
        main { background: #fff; border-radius: .5rem; padding: 1rem 1.5rem 1.5rem; }
        label { display: block; font-weight: 600; margin-top: 1rem; }
        .hint { margin: 0; color: #4a5360; font-size: .9375rem; }
        input { width: 100%; min-height: 2.75rem; padding: .5rem; font: inherit; border: 1px solid #5d6875; border-radius: .25rem; }
        button { min-height: 2.75rem; margin-top: 1.5rem; padding: .5rem 1.25rem; font: inherit; font-weight: 600; color: #fff; background: #0b4f8a; border: 0; border-radius: .25rem; cursor: pointer; }
        :focus-visible { outline: 3px solid #b35900; outline-offset: 2px; }
        .alert { border-inline-start: 4px solid #b3261e; padding: .5rem 1rem; background: #fdecea; color: #5f1410; }
        .skip { position: absolute; left: -100rem; }
        .skip:focus { left: 1rem; top: 1rem; }
        table { width: 100%; border-collapse: collapse; }
        th, td { text-align: start; padding-block: .5rem; padding-inline-end: .5rem; vertical-align: top; }
        .other { color: #0b4f8a; background: #fff; border: 1px solid #0b4f8a; }
        nav a { display: inline-block; min-height: 2.75rem; padding: .5rem .5rem; }
        a { color: #0b4f8a; }
        code { overflow-wrap: anywhere; }
        @media (prefers-color-scheme: dark) {
          body { color: #e8eaed; background: #16191d; }
          main { background: #20252b; }
          .brand { color: #8ec7ff; }
          .hint { color: #b8c0ca; }
          a { color: #8ec7ff; }
          input { color: inherit; background: #16191d; }
        }

        """;

    public static IResult Answer(HttpResponse response)
    {
        response.Headers.CacheControl = "public, max-age=3600";
        response.Headers.XContentTypeOptions = "nosniff";
        return Results.Text(Sheet, "text/css; charset=utf-8");
    }
}
