using MentorCloud.Integration.Tests.Processes;
using MentorCloud.Integration.Tests.Tenants;

namespace MentorCloud.Integration.Tests.Operations;

/// <summary>A data folder with two tenants that no process holds; tests work on copies of it.</summary>
public sealed class PreparedFolder : IAsyncLifetime
{
    internal DataFolder Folder { get; } = new();

    internal DemoTenant Halvorsen { get; private set; } = null!;

    internal DemoTenant Meridian { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Halvorsen = new DemoTenant((await Folder.RunAsync("demo", "--json")).Json());
        Meridian = new DemoTenant((await Folder.RunAsync("demo", "--json", "--from", await MeridianFolder.WriteAsync(Folder.Root))).Json());
    }

    public ValueTask DisposeAsync()
    {
        Folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
