using System.Net;
using MentorCloud.App.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.App.Tests.Hosting;

public sealed class ProxyAddressesTests
{
    [Theory]
    [InlineData("10.1.2.3", "203.0.113.7", "203.0.113.7")]
    [InlineData("10.1.2.3", "198.51.100.1, 203.0.113.7", "203.0.113.7")]
    [InlineData("10.1.2.3", "203.0.113.7, 10.9.9.9", "203.0.113.7")]
    [InlineData("10.1.2.3", "no address", "10.1.2.3")]
    [InlineData("10.1.2.3", "", "10.1.2.3")]
    [InlineData("::ffff:10.1.2.3", "203.0.113.7", "203.0.113.7")]
    [InlineData("203.0.113.9", "198.51.100.1", "203.0.113.9")]
    public async Task Address_is_taken_from_our_own_proxies_alone(string sender, string forwarded, string address) =>
        Assert.Equal(address, await SeenAsync(sender, forwarded, "10.0.0.0/8"));

    [Fact]
    public async Task Without_proxies_the_header_counts_for_nothing() =>
        Assert.Equal("10.1.2.3", await SeenAsync("10.1.2.3", "203.0.113.7"));

    [Theory]
    [InlineData("10.0.0.0/8", true)]
    [InlineData("10.1.2.3", true)]
    [InlineData("fd00::/8", true)]
    [InlineData("::1", true)]
    [InlineData("0.0.0.0/0", false)]
    [InlineData("::/0", false)]
    [InlineData("10.0.0.0/33", false)]
    [InlineData("proxy.example", false)]
    [InlineData("", false)]
    public void Proxy_that_is_no_address_or_everybody_is_named_at_the_start(string proxy, bool good)
    {
        var options = new MentorCloudOptions { TrustedProxies = { proxy } };

        var checkedOptions = new MentorCloudOptionsCheck().Validate(null, options);

        Assert.Equal(good, checkedOptions.Succeeded);
        Assert.Equal(!good, checkedOptions.FailureMessage?.Contains("MentorCloud:TrustedProxies", StringComparison.Ordinal) ?? false);
    }

    private static async Task<string> SeenAsync(string sender, string forwarded, params string[] proxies)
    {
        using var services = new ServiceCollection().AddLogging().BuildServiceProvider();
        var options = new MentorCloudOptions();
        foreach (var proxy in proxies)
        {
            options.TrustedProxies.Add(proxy);
        }

        var app = new ApplicationBuilder(services);
        app.UseProxyAddresses(options);
        var http = new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse(sender) } };
        http.Request.Headers["X-Forwarded-For"] = forwarded;
        await app.Build()(http);
        return http.Connection.RemoteIpAddress!.ToString();
    }
}
