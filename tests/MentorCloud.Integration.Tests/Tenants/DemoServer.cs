using MentorCloud.Integration.Tests.Processes;

namespace MentorCloud.Integration.Tests.Tenants;

/// <summary>One server with two tenants in its data folder, shared by the tests that only need some server.</summary>
public sealed class DemoServer : IAsyncLifetime
{
    private readonly DataFolder folder = new();
    private HostServer? server;

    internal Uri Address => server!.Address;

    /// <summary>The most memory that the server has had, in bytes; null where that cannot be told.</summary>
    internal long? PeakMemory => server!.PeakMemory;

    internal DemoTenant Halvorsen { get; private set; } = null!;

    internal DemoTenant Meridian { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Halvorsen = new DemoTenant((await folder.RunAsync("demo", "--json")).Json());
        var files = await MeridianFolder.WriteAsync(folder.Root);
        Meridian = new DemoTenant((await folder.RunAsync("demo", "--json", "--from", files)).Json());
        server = await HostServer.StartAsync(folder);
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            await server.DisposeAsync();
        }

        folder.Dispose();
    }
}
