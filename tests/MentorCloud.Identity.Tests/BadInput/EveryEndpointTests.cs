using System.Net;
using System.Text;
using MentorCloud.Identity.Tests.Federation;
using MentorCloud.Identity.Tests.Hosting;
using MentorCloud.Testing;
using Microsoft.AspNetCore.Routing;

namespace MentorCloud.Identity.Tests.BadInput;

/// <summary>Everything that is wrong with a request, sent to every endpoint that the program maps: whoever adds one has it here.</summary>
public sealed class EveryEndpointTests
{
    private const string Marker = "X-Injected";

    private static readonly string[] Fields =
    [
        "tenant", "email", "password", "return", "code", "token", "session", "name", "new", "credential", "passkey", "to", "state", "iss",
        "client_id", "client_secret", "client_assertion", "client_assertion_type", "grant_type", "redirect_uri", "response_type", "scope",
        "code_challenge", "code_challenge_method", "code_verifier", "refresh_token", "nonce", "prompt", "max_age", "login_hint", "request",
        "request_uri", "id_token_hint", "post_logout_redirect_uri", "logout_token", "error", "csrf",
    ];

    private static readonly string[] Values =
    [
        "", " ", "\r\n" + Marker + ": 1", "\n\n<script>alert(1)</script>", "//evil.example", "https://evil.example/", "/\\evil.example", "/%0d%0aevil",
        "javascript:alert(1)", "аcme", "ada@аcme.example", "\0", new string('a', 5000), "' OR 1=1 --", "../../etc/passwd", "99999999999999999999", "-1",
        "\u202Eadmin", "eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.", "019a0000000070008000000000000001.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "urn:ietf:params:oauth:request_uri:x", "mc_019a0000000070008000000000000001_019a0000000070008000000000000002",
    ];

    private static readonly (string? Type, string Body)[] Bodies =
    [
        (null, ""), ("application/json", "{"), ("text/plain", "a=b"), ("application/xml", "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>"),
        ("multipart/form-data", "a=b"), ("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb"),
        ("application/x-www-form-urlencoded", "%"), ("application/x-www-form-urlencoded", "%zz=%&=&&==&%00=%00"),
        ("application/x-www-form-urlencoded; charset=utf-7", "+ADw-"), ("application/x-www-form-urlencoded", "a=%ED%A0%80&b=%C0%AE"),
        ("application/x-www-form-urlencoded", string.Join('&', Enumerable.Range(0, 1500).Select(number => $"f{number}=1"))),
        ("application/x-www-form-urlencoded", "token=" + new string('a', 200_000)),
        ("application/x-www-form-urlencoded", "client_id=a&client_id=b&token=a&token=b"),
    ];

    [Fact]
    public async Task Bad_request_to_any_endpoint_is_refused_and_does_no_harm()
    {
        await using var host = await IdentityHost.StartAsync();
        await host.AddAsync("ada@acme.example");
        await host.AddProviderAsync(CompanyLogin.Settings("https://login.acme.example"));
        using var browser = host.Browser();
        var csrf = (await browser.TextAsync("/login")).Split("name=\"csrf\" value=\"")[1].Split('"')[0];
        using var login = await browser.LogInAsync("acme", "ada@acme.example", People.Password);
        var endpoints = Endpoints(host).ToList();

        var faults = new List<string>();
        var sent = 0;
        foreach (var (method, path) in endpoints)
        {
            foreach (var request in Requests(method, path, csrf))
            {
                sent++;
                var what = $"{request.Method} {request.RequestUri}";
                using var answer = await browser.SendAsync(request);
                if (await FaultAsync(answer, host.Address) is { } fault)
                {
                    faults.Add($"{what[..Math.Min(what.Length, 120)]}: {fault}");
                }
            }
        }

        Assert.Empty(faults);
        Assert.True(endpoints.Count >= 35, "Endpoints are missing from the table.");
        SecuritySummary.Write("bad-input", $"bad input: {sent} requests to {endpoints.Count} endpoints, {faults.Count} faults");
    }

    private static IEnumerable<(string Method, string Path)> Endpoints(IdentityHost host) =>
        from endpoint in host.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods
        select (method, "/" + endpoint.RoutePattern.RawText!.TrimStart('/').Replace("{tenant}", TestTenants.Acme.ToString(), StringComparison.Ordinal));

    private static IEnumerable<HttpRequestMessage> Requests(string method, string path, string csrf)
    {
        foreach (var other in (string[])["PUT", "DELETE", "PATCH", "TRACE", "BREW"])
        {
            yield return new HttpRequestMessage(new HttpMethod(other), path);
        }

        foreach (var value in Values)
        {
            var pairs = Fields.Select(field => KeyValuePair.Create(field, field == "csrf" ? csrf : value)).ToList();
            if (method == "GET")
            {
                yield return new HttpRequestMessage(HttpMethod.Get, path + "?" + string.Join('&', pairs.Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}")));
                continue;
            }

            var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(pairs) };
            request.Headers.TryAddWithoutValidation("Authorization", "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(value + ":" + value)));
            yield return request;
            yield return new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(pairs) };
        }

        foreach (var (type, body) in method == "POST" ? Bodies : [])
        {
            var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            content.Headers.TryAddWithoutValidation("Content-Type", type);
            yield return new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        }
    }

    private static async Task<string?> FaultAsync(HttpResponseMessage answer, Uri own)
    {
        if ((int)answer.StatusCode >= 500 && answer.StatusCode != HttpStatusCode.ServiceUnavailable)
        {
            return $"answered {(int)answer.StatusCode}";
        }

        if (answer.Headers.Contains(Marker))
        {
            return "let a header in";
        }

        if (answer.Headers.Location is { } location && new Uri(own, location).Authority != own.Authority)
        {
            return $"leads to {location}";
        }

        var text = await answer.Content.ReadAsStringAsync();
        return text.Contains("<script>alert(1)", StringComparison.Ordinal) || text.Contains("   at MentorCloud", StringComparison.Ordinal) || text.Contains("root:x:", StringComparison.Ordinal)
            ? "gives back what it must not"
            : null;
    }
}
