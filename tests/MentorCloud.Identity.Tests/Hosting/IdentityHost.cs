using MentorCloud.Contracts.Accounts;
using MentorCloud.Contracts.Audit;
using MentorCloud.Contracts.Keys;
using MentorCloud.Contracts.People;
using MentorCloud.Identity.Access;
using MentorCloud.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MentorCloud.Identity.Tests.Hosting;

/// <summary>A real server on a free port of the loopback, with the accounts in a folder of its own.</summary>
internal sealed class IdentityHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly bool _ownsFolder;

    private IdentityHost(WebApplication app, Uri address, string folder, bool ownsFolder)
    {
        (_app, Address, Folder, _ownsFolder) = (app, address, folder, ownsFolder);
    }

    public Uri Address { get; }

    public string Folder { get; }

    public ManualClock Clock => (ManualClock)Get<TimeProvider>();

    public TestAuditLog Audit => (TestAuditLog)Get<IAuditLog>();

    public TestPersonnel Personnel => (TestPersonnel)Get<IPersonnel>();

    public IAccounts Accounts => Get<IAccounts>();

    public IMachineClients Clients => Get<IMachineClients>();

    public static async Task<IdentityHost> StartAsync(
        Action<IdentityOptions>? configure = null, string? folder = null, TimeProvider? clock = null, Action<IServiceCollection>? more = null)
    {
        var data = folder ?? Directory.CreateTempSubdirectory("mentorcloud-identity-").FullName;
        var address = new Uri($"http://127.0.0.1:{FreePort.Find()}");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address.ToString());
        builder.Services.AddSingleton(clock ?? new ManualClock());
        builder.Services.AddSingleton(TestTenants.Views());
        builder.Services.AddSingleton<IMasterKey, TestMasterKey>();
        builder.Services.AddSingleton<IAuditLog, TestAuditLog>();
        builder.Services.AddSingleton<IPersonnel, TestPersonnel>();
        builder.Services.AddMentorCloudIdentity(options =>
        {
            (options.DataFolder, options.ListeningUrl) = (data, address);
            configure?.Invoke(options);
        });
        more?.Invoke(builder.Services);
        var app = builder.Build();
        app.UseAuthentication();
        app.MapMentorCloudIdentity();
        app.MapMethods("/whoami", ["GET", "POST"], (HttpContext http) => ActorClaims.ToActor(http.User).ToString());
        app.MapGet("/roles", (HttpContext http) => ActorClaims.ToActor(http.User).Roles.ToString());
        var host = new IdentityHost(app, address, data, folder is null);
        await app.StartAsync();
        return host;
    }

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public HttpClient Client() => new(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = Address };

    public Browser Browser() => new(Address);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        SqliteConnection.ClearAllPools();
        if (_ownsFolder)
        {
            Directory.Delete(Folder, recursive: true);
        }
    }
}
