using System.Diagnostics.Metrics;
using MentorCloud.GrainRuntime;
using MentorCloud.GrainStorage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace MentorCloud.Benchmarks.Grains;

/// <summary>A running grain runtime with the filter and with a listener on its meter, as in production.</summary>
internal sealed class BenchHost : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly MeterListener _listener;

    private BenchHost(ServiceProvider services)
    {
        _services = services;
        _listener = new MeterListener
        {
            InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument.Meter.Name == "MentorCloud.GrainRuntime")
                    listener.EnableMeasurementEvents(instrument);
            },
        };
        _listener.Start();
    }

    public IGrainFactory Grains => _services.GetRequiredService<IGrainFactory>();

    public IServiceProvider Services => _services;

    public static async Task<BenchHost> StartAsync(string? folder = null)
    {
        var services = new ServiceCollection();
        if (folder is null)
            services.AddMentorCloudMemoryGrainStorage();
        else
            services.AddMentorCloudGrainStorage(folder);
        services.AddSingleton<IIncomingGrainCallFilter, PolicyFilter>();
        services.AddMentorCloudGrainRuntime(options => options.AddGrainsOf<BenchHost>());
        var host = new BenchHost(services.BuildServiceProvider());
        foreach (var hosted in host._services.GetServices<IHostedService>())
            await hosted.StartAsync(CancellationToken.None);
        return host;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var hosted in _services.GetServices<IHostedService>())
            await hosted.StopAsync(CancellationToken.None);
        _listener.Dispose();
        await _services.DisposeAsync();
    }
}
