using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using MentorCloud.Identity.Tests.Provider;

namespace MentorCloud.Identity.Tests.Federation;

/// <summary>npm oidc-provider on a free port of the loopback, in a process of its own that ends with this one.</summary>
internal sealed class CompanyProvider : IAsyncDisposable
{
    private readonly Process _process;
    private readonly HttpClient _http = new();

    private CompanyProvider(Process process, string issuer) => (_process, Issuer) = (process, issuer);

    public string Issuer { get; }

    public static async Task<CompanyProvider> StartAsync()
    {
        var folder = await Judge.Folder.Value;
        var start = new ProcessStartInfo("node", ["--no-warnings", "provider.mjs"])
        {
            WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var issuer = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("oidc-provider did not start.");
        return new CompanyProvider(process, issuer);
    }

    public Task SetUpAsync(object person, int keys, params object[] clients) => SendAsync(new { person, keys, clients });

    /// <summary>Sets it up to give access tokens with these claims to a client of its own, and asks for one.</summary>
    public async Task<string> AccessTokenAsync(object tokenClaims, int keys = 1, string audience = "mentorcloud")
    {
        await SendAsync(new
        {
            tokenClaims, keys, audience,
            clients = new[]
            {
                new
                {
                    client_id = "robot", client_secret = CompanyLogin.Secret, grant_types = new[] { "client_credentials" }, response_types = Array.Empty<string>(),
                    redirect_uris = Array.Empty<string>(), token_endpoint_auth_method = "client_secret_post",
                },
            },
        });
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials", ["client_id"] = "robot", ["client_secret"] = CompanyLogin.Secret, ["scope"] = "programs:read",
        });
        using var answer = await _http.PostAsync(new Uri(Issuer + "/token"), form);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return body.TryGetProperty("access_token", out var token) ? token.GetString()! : throw new InvalidOperationException(body.GetRawText());
    }

    private async Task SendAsync(object setup)
    {
        using var answer = await _http.PostAsJsonAsync(new Uri(Issuer + "/test/setup"), setup);
        answer.EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
