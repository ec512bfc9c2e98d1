using MentorCloud.Identity.Federation;
using MentorCloud.Identity.Tests.Hosting;

namespace MentorCloud.Identity.Tests.Federation;

/// <summary>How often a provider is asked what it is.</summary>
public sealed class ProviderMetadataTests
{
    [Fact]
    public async Task Provider_that_is_down_is_asked_once_a_minute_and_what_it_said_serves_for_a_day()
    {
        await using var provider = await HostileProvider.StartAsync();
        await using var host = await IdentityHost.StartAsync(options => options.InsideProviders = true);
        var metadata = host.Get<ProviderMetadata>();
        var first = await metadata.FindAsync(provider.Issuer, anew: false, default);
        provider.IsDown = true;
        host.Clock.Advance(TimeSpan.FromMinutes(1));

        for (var look = 0; look < 5; look++)
        {
            Assert.Same(first, await metadata.FindAsync(provider.Issuer, anew: true, default));
        }

        var within = provider.Discoveries;
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        var later = await metadata.FindAsync(provider.Issuer, anew: true, default);
        host.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal((2, 3), (within, provider.Discoveries));
        Assert.Same(first, later);
        Assert.Null(await metadata.FindAsync(provider.Issuer, anew: false, default));
    }

    [Fact]
    public async Task Provider_that_was_never_reached_is_asked_once_a_minute()
    {
        await using var provider = await HostileProvider.StartAsync();
        await using var host = await IdentityHost.StartAsync(options => options.InsideProviders = true);
        var metadata = host.Get<ProviderMetadata>();
        provider.IsDown = true;

        for (var look = 0; look < 5; look++)
        {
            Assert.Null(await metadata.FindAsync(provider.Issuer, anew: look % 2 == 0, default));
        }

        var asked = provider.Discoveries;
        provider.IsDown = false;
        var early = await metadata.FindAsync(provider.Issuer, anew: false, default);
        host.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal((1, null), (asked, early));
        Assert.NotNull(await metadata.FindAsync(provider.Issuer, anew: false, default));
    }

    [Fact]
    public async Task Looks_at_the_same_time_ask_once()
    {
        await using var provider = await HostileProvider.StartAsync();
        await using var host = await IdentityHost.StartAsync(options => options.InsideProviders = true);
        var metadata = host.Get<ProviderMetadata>();

        var found = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => metadata.FindAsync(provider.Issuer, anew: false, default)));

        Assert.Equal(1, provider.Discoveries);
        Assert.All(found, configuration => Assert.Same(found[0], configuration));
        Assert.NotNull(found[0]);
    }
}
