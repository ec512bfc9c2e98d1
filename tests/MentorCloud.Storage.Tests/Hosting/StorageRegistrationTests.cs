using MentorCloud.Contracts.Keys;
using MentorCloud.Storage.Hosting;
using MentorCloud.Storage.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace MentorCloud.Storage.Tests.Hosting;

public sealed class StorageRegistrationTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<Action<StorageOptions>, string> Wrong() => new()
    {
        { options => options.DataFolder = " ", "DataFolder" },
        { options => options.Provider = StorageProvider.PostgreSql, "ConnectionString" },
        { options => options.Provider = (StorageProvider)9, "Provider" },
        { options => options.CachedKeys = 15, "CachedKeys" },
        { options => options.KeyLifetime = TimeSpan.Zero, "KeyLifetime" },
        { options => options.LargestGroup = 0, "LargestGroup" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Wrong_option_is_named_at_start(Action<StorageOptions> spoil, string name)
    {
        using var host = Build(options =>
        {
            options.DataFolder = "unused";
            spoil(options);
        });

        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(Stop));

        Assert.Contains(name, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Store_is_open_before_other_hosted_things_start()
    {
        await using var database = new SqliteDatabase();
        var probe = new Probe();
        using (var host = Build(
            options =>
            {
                options.DataFolder = database.Folder;
                options.MasterKeyFile = database.MasterKeyFile;
            },
            services => services.Insert(0, ServiceDescriptor.Singleton<IHostedService>(provider =>
            {
                probe.Store = provider.GetRequiredService<IRelationalStore>();
                return probe;
            }))))
        {
            await host.StartAsync(Stop);
            await host.StopAsync(Stop);
        }

        Assert.True(probe.SchemaVersion >= 1);
    }

    [Fact]
    public async Task Master_key_of_the_host_takes_the_place_of_the_file()
    {
        await using var database = new SqliteDatabase();
        using (var host = Build(
            options => options.DataFolder = database.Folder,
            services => services.AddSingleton<IMasterKey, PlainMasterKey>()))
        {
            await host.StartAsync(Stop);
            var ring = host.Services.GetRequiredService<IKeyRing>();
            var context = new SealingContext(Sample.Tenant, "g", "f");
            var text = await ring.SealAsync(context, Sample.Id<Domain.Identifiers.ParticipantId>(1), "confided", Stop);
            Assert.Equal("confided", await ring.OpenAsync(context, text, Stop));
            await host.StopAsync(Stop);
        }

        Assert.False(File.Exists(database.MasterKeyFile));
    }

    private static IHost Build(Action<StorageOptions> configure, Action<IServiceCollection>? before = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        before?.Invoke(builder.Services);
        builder.Services.AddMentorCloudStorage(configure);
        return builder.Build();
    }

    private sealed class Probe : IHostedService
    {
        public IRelationalStore? Store { get; set; }

        public int SchemaVersion { get; private set; }

        public async Task StartAsync(CancellationToken cancellationToken) =>
            SchemaVersion = (await Store!.StatsAsync(cancellationToken)).SchemaVersion;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    /// <summary>A vault that does nothing to keys; enough to see that it is asked.</summary>
    private sealed class PlainMasterKey : IMasterKey
    {
        public ValueTask<byte[]> WrapAsync(ReadOnlyMemory<byte> key, string context, CancellationToken cancellationToken) => new(key.ToArray());

        public ValueTask<byte[]> UnwrapAsync(ReadOnlyMemory<byte> wrapped, string context, CancellationToken cancellationToken) => new(wrapped.ToArray());
    }
}
