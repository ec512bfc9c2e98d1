using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text.Json;
using MentorCloud.Benchmarks.Grains;
using MentorCloud.Orleans.Benchmarks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;

// Prints the figures as one JSON object. Arguments: the silo's port.
const int Grains = 100_000;
var admin = new Actor("tenant", "admin");
using var metrics = new MeterListener
{
    InstrumentPublished = static (instrument, listener) =>
    {
        if (instrument.Meter.Name == "Microsoft.Orleans")
            listener.EnableMeasurementEvents(instrument);
    },
};
metrics.Start();
var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
builder.Logging.SetMinimumLevel(LogLevel.None);
builder.UseOrleans(silo =>
{
    silo.UseLocalhostClustering(siloPort: int.Parse(args[0], System.Globalization.CultureInfo.InvariantCulture), gatewayPort: 0);
    silo.AddIncomingGrainCallFilter<PolicyFilter>();
    silo.Configure<GrainCollectionOptions>(collection => collection.CollectionAge = TimeSpan.FromHours(1));
});
using var host = builder.Build();
await host.StartAsync();
var factory = host.Services.GetRequiredService<IGrainFactory>();
var grains = Enumerable.Range(0, 1_000).Select(i => factory.GetGrain<IBenchGrain>($"tenant/{i:D4}")).ToArray();

var one = await Rates.BestAsync(1, (caller, stop) => Rates.CallAsync(at => grains[at % 1].Add(admin, 1), caller, stop));
var many = await Rates.BestAsync(64, (caller, stop) => Rates.CallAsync(at => grains[at % 1_000].Add(admin, 1), caller, stop));
var hot = await Rates.BestAsync(64, (caller, stop) => Rates.CallAsync(at => grains[0].Add(admin, 1), caller, stop));

var before = GC.GetTotalMemory(forceFullCollection: true);
var watch = Stopwatch.StartNew();
for (var i = 0; i < Grains; i++)
    await factory.GetGrain<IBenchGrain>($"0190f3a2b4c57d80a1b2c3d4e5f60718/0190f3a2b4c57d80a1b2c3d4{i:x8}").Add(admin, 1);
var activations = Grains / watch.Elapsed.TotalSeconds;
var bytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / (double)Grains;

var version = FileVersionInfo.GetVersionInfo(typeof(IGrainFactory).Assembly.Location).ProductVersion!.Split('+')[0];
Console.WriteLine(JsonSerializer.Serialize(new { version, one, many, hot, activations, bytes }));
await host.StopAsync();
return 0;
