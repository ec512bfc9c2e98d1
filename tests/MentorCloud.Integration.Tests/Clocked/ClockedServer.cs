using System.Text.Json;
using MentorCloud.App.Demo;
using MentorCloud.App.Hosting;
using MentorCloud.Contracts.Facts;
using MentorCloud.GrainRuntime;
using MentorCloud.Integration.Tests.Processes;
using MentorCloud.Integration.Tests.Tenants;
using MentorCloud.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.Integration.Tests.Clocked;

/// <summary>The whole server in this process, over real HTTP and real databases, on a clock that the test moves; months pass in seconds.</summary>
public sealed class ClockedServer : IAsyncLifetime
{
    /// <summary>Hours, UTC, between which it is the same day in every zone of the stories.</summary>
    private const int Morning = 8;

    private const int Evening = 16;

    /// <summary>No meeting that is proposed begins at the very moment.</summary>
    private static readonly TimeSpan OffTheHour = TimeSpan.FromMinutes(5);

    /// <summary>A reminder rings at most so late; the program takes late ones as they come.</summary>
    private static readonly TimeSpan Step = TimeSpan.FromHours(12);

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly DataFolder folder = new();
    private readonly ManualTimeProvider clock = new(Monday());
    private WebApplication? app;

    internal Uri Address { get; } = new($"http://127.0.0.1:{FreePort.Find()}");

    /// <summary>Budget of an account; plenty, because the clock stands still while tests ask.</summary>
    internal int AccountPoints { get; init; } = 1_000_000_000;

    internal LogKeeper Logs { get; } = new();

    internal CallCounts Calls { get; } = new();

    internal KnownTexts Dns { get; } = new();

    internal SolverGate Solver { get; } = new();

    internal DemoTenant Demo { get; private set; } = null!;

    internal IServiceProvider Services => app!.Services;

    internal DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>The instant as GraphQL writes it.</summary>
    internal string NowText => Now.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", System.Globalization.CultureInfo.InvariantCulture);

    internal DataFolder Folder => folder;

    internal string DataPath => folder.Data;

    public async ValueTask InitializeAsync()
    {
        var options = new MentorCloudOptions
        {
            Data = folder.Data,
            Url = Address.GetLeftPart(UriPartial.Authority),
            MasterKeyFile = Path.Combine(folder.Root, "master.key"),
            DemoOnFirstStart = false,
            AccountPointsPerMinute = AccountPoints,
            TenantPointsPerMinute = 1_000_000_000,
        };
        app = ProgramHost.Server(options, new ManualEdition(clock, Logs, Calls, Dns, Solver));
        await app.StartAsync();
        Demo = await DemoAsync(DemoSource.Sample);
    }

    /// <summary>Lets time pass; everything that falls due has happened when this returns. Sessions may be over then: log in anew.</summary>
    internal async Task PassAsync(TimeSpan span)
    {
        var host = Services.GetRequiredService<GrainHost>();
        await host.RestAsync();
        for (var left = span; left > TimeSpan.Zero; left -= Step)
        {
            // The wall clock jumps, and then timers see a minute pass: what looks at the clock each minute finds out.
            var step = left < Step ? left : Step;
            var tick = step < Minute ? step : Minute;
            clock.SetWallClock(Now + step - tick);
            clock.Advance(tick);
            await host.RestAsync();
        }

        await PublishedAsync();
    }

    /// <summary>Lets a minute pass for whoever looks at the clock each minute, and does not wait for what comes of it.</summary>
    internal void Tick() => clock.Advance(Minute);

    /// <summary>Lets the night pass if it is one: earlier tests leave the clock at any hour, and near midnight dates depend on the zone.</summary>
    internal Task MorningAsync()
    {
        var day = new DateTimeOffset(Now.UtcDateTime.Date, TimeSpan.Zero);
        return Now.Hour is >= Morning and < Evening ? Task.CompletedTask : PassAsync(day.AddDays(Now.Hour < Morning ? 0 : 1).AddHours(Morning).Add(OffTheHour) - Now);
    }

    internal Task PassDaysAsync(int days) => PassAsync(TimeSpan.FromDays(days));

    /// <summary>
    /// Completes when no turn runs and what grains told is in views, facts and audit log, which is after they answered: a write
    /// behind it in the same queue was answered. The clock stands.
    /// </summary>
    internal async Task PublishedAsync()
    {
        await Services.GetRequiredService<GrainHost>().RestAsync();
        await Services.GetRequiredService<IFactFeed>().SaveCheckpointAsync("test", 1, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }

        folder.Dispose();
    }

    /// <summary>The next Monday, or with MENTORCLOUD_TEST_DATE=2027-03-22 in the environment the one after that day.</summary>
    private static DateTimeOffset Monday()
    {
        var today = Environment.GetEnvironmentVariable("MENTORCLOUD_TEST_DATE") is { } date
            ? DateTime.ParseExact(date, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)
            : TimeProvider.System.GetUtcNow().Date;
        return new DateTimeOffset(today.AddDays(7 - (((int)today.DayOfWeek + 6) % 7)), TimeSpan.Zero).AddHours(Morning);
    }

    /// <summary>Another tenant. The demo waits for its round on the clock, so the clock goes on while it does.</summary>
    internal async Task<DemoTenant> DemoAsync(DemoSource source)
    {
        var demo = Services.GetRequiredService<DemoProgram>().RunAsync(source, resetLogin: false, progress: null, CancellationToken.None);
        var result = await Poll.UntilAsync("the demo", HostProgram.Bound, async () =>
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            return demo.IsCompleted ? await demo : null;
        });
        using var document = JsonDocument.Parse(DemoReport.Json(result));
        return new DemoTenant(document.RootElement.Clone());
    }
}
