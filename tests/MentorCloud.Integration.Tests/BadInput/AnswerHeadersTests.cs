using System.Text.RegularExpressions;
using MentorCloud.Integration.Tests.Clocked;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.Integration.Tests.BadInput;

/// <summary>What every answer tells a browser, whatever the address and whether it is found.</summary>
[Collection(ClockedCollection.Name)]
public sealed partial class AnswerHeadersTests(ClockedServer server)
{
    /// <summary>Addresses whose answers everybody may keep.</summary>
    private static readonly string[] Open = ["/.well-known/", "/login/style.css", "/login/passkeys.js"];

    [Fact]
    public async Task Every_answer_forbids_framing_guessing_and_keeping()
    {
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = server.Address };
        var faults = new List<string>();
        foreach (var path in Paths().Append("/no/such/address"))
        {
            foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post, HttpMethod.Trace })
            {
                using var request = new HttpRequestMessage(method, path);
                using var answer = await http.SendAsync(request);
                faults.AddRange(Faults(path, answer).Select(fault => $"{method} {path}: {(int)answer.StatusCode} {fault}"));
            }
        }

        Assert.Empty(faults);
    }

    private static IEnumerable<string> Faults(string path, HttpResponseMessage answer)
    {
        var policy = Value(answer, "Content-Security-Policy");
        foreach (var directive in new[] { "default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'" }.Where(each => !policy.Contains(each, StringComparison.Ordinal)))
        {
            yield return $"lacks {directive}: {policy}";
        }

        if (Value(answer, "X-Content-Type-Options") != "nosniff" || Value(answer, "Referrer-Policy") != "no-referrer")
        {
            yield return "lets a browser guess or tell where it was";
        }

        if (answer.Headers.CacheControl?.NoStore != true && !Array.Exists(Open, start => path.StartsWith(start, StringComparison.Ordinal)))
        {
            yield return $"may be kept: {answer.Headers.CacheControl}";
        }

        if (answer.Headers.Contains("Access-Control-Allow-Origin") || answer.Headers.Contains("Server"))
        {
            yield return "opens itself to other sites, or names its software";
        }

        if (answer.RequestMessage!.Method == HttpMethod.Trace && (int)answer.StatusCode is not (404 or 405))
        {
            yield return "answers TRACE";
        }
    }

    private static string Value(HttpResponseMessage answer, string header) =>
        answer.Headers.TryGetValues(header, out var values) ? string.Join(", ", values) : string.Empty;

    private IEnumerable<string> Paths() => server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Select(endpoint => "/" + Parameter().Replace(endpoint.RoutePattern.RawText!.TrimStart('/'), "unknown")).Distinct();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}
