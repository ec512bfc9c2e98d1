using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Net;
using System.Text.Json;
using MentorCloud.Benchmarks.Start;

namespace MentorCloud.Benchmarks.Quotas;

/// <summary>A real server with two tenants of the same size, each with a machine client.</summary>
internal sealed class TwoTenants : IAsyncDisposable
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(50);
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("mentorcloud-quotas-");
    private readonly List<JsonElement> logins = [];
    private Process? server;

    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort().ToString(CultureInfo.InvariantCulture)}");

    private string[] Options => ["--data", Path.Combine(root.FullName, "data"), "--master-key", Path.Combine(root.FullName, "master.key")];

    /// <param name="host">The program.</param>
    /// <param name="points">The budget of a tenant, and of each of its accounts: one client alone may spend the tenant's.</param>
    public static async Task<TwoTenants> StartAsync(string host, int points)
    {
        var tenants = new TwoTenants();
        await tenants.DemoAsync(host);
        await tenants.DemoAsync(host, "--from", Path.Combine(AppContext.BaseDirectory, "Quotas", "sample"));
        var start = StartedServer.Command(host, ["serve", "--url", tenants.Address.GetLeftPart(UriPartial.Authority), .. tenants.Options]);
        start.Environment["MENTORCLOUD__ACCOUNTPOINTSPERMINUTE"] = start.Environment["MENTORCLOUD__TENANTPOINTSPERMINUTE"] = points.ToString(CultureInfo.InvariantCulture);
        tenants.server = Process.Start(start)!;
        tenants.server.OutputDataReceived += static (_, _) => { };
        tenants.server.BeginOutputReadLine();
        await tenants.UntilReadyAsync();
        return tenants;
    }

    /// <summary>An access token of a tenant's machine client.</summary>
    /// <param name="tenant">0 or 1.</param>
    public async Task<string> TokenAsync(int tenant)
    {
        using var http = new HttpClient { BaseAddress = Address };
        using var form = new FormUrlEncodedContent(
        [
            new("grant_type", "client_credentials"),
            new("client_id", logins[tenant].GetProperty("clientId").GetString()!),
            new("client_secret", logins[tenant].GetProperty("clientSecret").GetString()!),
        ]);
        using var answer = await http.PostAsync(new Uri("/connect/token", UriKind.Relative), form);
        return (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString()!;
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            server.Kill();
            await server.WaitForExitAsync();
            server.Dispose();
        }

        root.Delete(recursive: true);
    }

    private async Task DemoAsync(string host, params string[] more)
    {
        using var demo = Process.Start(StartedServer.Command(host, ["demo", "--json", .. more, .. Options]))!;
        using var answer = JsonDocument.Parse(await demo.StandardOutput.ReadToEndAsync());
        logins.Add(answer.RootElement.GetProperty("login").Clone());
        await demo.WaitForExitAsync();
    }

    private async Task UntilReadyAsync()
    {
        using var http = new HttpClient { BaseAddress = Address };
        while (true)
        {
            if (server!.HasExited) throw new InvalidOperationException($"The server ended with code {server.ExitCode}.");
            try
            {
                using var answer = await http.GetAsync(new Uri("/readyz", UriKind.Relative));
                if (answer.IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(Between);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
