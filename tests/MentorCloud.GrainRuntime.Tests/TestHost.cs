using MentorCloud.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MentorCloud.GrainRuntime.Tests;

/// <summary>A running grain runtime on a manual clock, with stores in memory that outlive a restart.</summary>
internal sealed class TestHost : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly IHostedService[] _hosted;

    private TestHost(ServiceProvider services, ManualTimeProvider clock)
    {
        _services = services;
        Clock = clock;
        _hosted = [.. services.GetServices<IHostedService>()];
    }

    public ManualTimeProvider Clock { get; }

    public LogRecorder Log { get; private init; } = new();

    public IServiceProvider Services => _services;

    public IGrainFactory Grains => _services.GetRequiredService<IGrainFactory>();

    public GrainHost Host => _services.GetRequiredService<GrainHost>();

    public static async Task<TestHost> StartAsync(
        Action<GrainRuntimeOptions>? configure = null, Action<IServiceCollection>? add = null, TestHost? continuing = null, bool realTime = false)
    {
        var clock = continuing?.Clock ?? new ManualTimeProvider();
        var log = new LogRecorder();
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddProvider(log));
        services.AddSingleton(realTime ? TimeProvider.System : clock);
        if (continuing is null)
        {
            services.AddMentorCloudMemoryGrainStorage();
        }
        else
        {
            services.AddSingleton(continuing.Services.GetRequiredService<IGrainStateStore>());
            services.AddSingleton(continuing.Services.GetRequiredService<IReminderStore>());
        }

        services.AddSingleton<Gate>();
        services.AddMentorCloudGrainRuntime(options =>
        {
            options.AddGrainsOf<TestHost>();
            configure?.Invoke(options);
        });
        add?.Invoke(services);
        var host = new TestHost(services.BuildServiceProvider(), clock) { Log = log };
        foreach (var hosted in host._hosted)
            await hosted.StartAsync(CancellationToken.None);
        return host;
    }

    public T Get<T>(string key) where T : IGrainWithStringKey => Grains.GetGrain<T>(key);

    public async Task StopAsync()
    {
        foreach (var hosted in _hosted.Reverse())
            await hosted.StopAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await _services.DisposeAsync();
    }
}
