using MentorCloud.Domain.Access;
using MentorCloud.Identity.Tests.Hosting;
using MentorCloud.Identity.Tests.Provider;
using MentorCloud.Identity.Tests.Tokens;
using MentorCloud.Testing;

namespace MentorCloud.Identity.Tests.Scim;

/// <summary>A directory on scimmy drives the server as Entra ID and Okta do.</summary>
public sealed class OutsideDirectoryTests
{
    [Fact]
    public async Task Outside_directory_drives_every_flow()
    {
        await using var host = await IdentityHost.StartAsync(clock: TimeProvider.System);
        await DriveAsync(host);
    }

    [Fact]
    public async Task Outside_directory_drives_every_flow_on_postgresql()
    {
        await using var server = await PostgresServer.StartAsync();
        await using var host = await IdentityHost.StartAsync(options => options.PostgresConnection = server.Connection, clock: TimeProvider.System);
        await DriveAsync(host);
    }

    private static async Task DriveAsync(IdentityHost host)
    {
        using var http = host.Client();
        var token = await TokenRequests.TokenAsync(http, await host.AddClientAsync(Scope.Directory));

        var outcomes = await Judge.RunAsync("scim-client.mjs", new { root = $"{host.Address}scim/v2", token });

        Assert.True(outcomes.Values.All(outcome => outcome == "ok"), string.Join('\n', outcomes.Select(outcome => $"{outcome.Key}: {outcome.Value}")));
        Assert.Equal(5, outcomes.Count);
        SecuritySummary.Write("scim-client", $"scim-client.mjs: {outcomes.Count} flows driven.");
    }
}
