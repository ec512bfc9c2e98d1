using System.Net;
using System.Text.RegularExpressions;

namespace MentorCloud.Identity.Tests.Hosting;

/// <summary>A browser without scripts: cookies, forms, and the Origin header that every browser sends with a form.</summary>
internal sealed partial class Browser : IDisposable
{
    private readonly HttpClient _http;

    public Browser(Uri address)
    {
        Cookies = new CookieContainer();
        _http = new HttpClient(new HttpClientHandler { CookieContainer = Cookies, AllowAutoRedirect = false }) { BaseAddress = address };
    }

    public CookieContainer Cookies { get; }

    public Uri Address => _http.BaseAddress!;

    public string? Cookie(string name) => Cookies.GetCookies(Address)[name]?.Value;

    public Task<HttpResponseMessage> GetAsync(string path) => _http.GetAsync(path);

    public Task<string> TextAsync(string path) => _http.GetStringAsync(path);

    /// <summary>Opens the page and sends its form with these fields.</summary>
    public async Task<HttpResponseMessage> SubmitAsync(string page, string action, params (string Name, string Value)[] fields)
    {
        var html = await TextAsync(page);
        var hidden = Hidden().Matches(html).Select(match => (match.Groups[1].Value, WebUtility.HtmlDecode(match.Groups[2].Value)))
            .DistinctBy(field => field.Item1);
        return await PostAsync(action, [.. hidden.Where(field => fields.All(given => given.Name != field.Item1)), .. fields]);
    }

    public async Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        };
        request.Headers.Add("Origin", Address.GetLeftPart(UriPartial.Authority));
        return await _http.SendAsync(request);
    }

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => _http.SendAsync(request);

    public Task<HttpResponseMessage> LogInAsync(string tenant, string email, string password, string page = "/login") =>
        SubmitAsync(page, "/login", ("tenant", tenant), ("email", email), ("password", password));

    public void Dispose() => _http.Dispose();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">")]
    private static partial Regex Hidden();
}
