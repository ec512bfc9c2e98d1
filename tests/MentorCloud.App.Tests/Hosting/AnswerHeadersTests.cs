using MentorCloud.App.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.App.Tests.Hosting;

public sealed class AnswerHeadersTests
{
    [Theory]
    [InlineData("https://mentoring.example.com", "max-age=31536000; includeSubDomains")]
    [InlineData(null, "")]
    public async Task Answer_demands_https_for_a_year_where_the_public_address_is_https(string? address, string demand)
    {
        using var services = new ServiceCollection().BuildServiceProvider();
        var app = new ApplicationBuilder(services);
        app.UseAnswerHeaders(new MentorCloudOptions { PublicUrl = address });
        var http = new DefaultHttpContext();

        await app.Build()(http);

        Assert.Equal(demand, http.Response.Headers.StrictTransportSecurity.ToString());
        Assert.Equal(("nosniff", "no-store"), (http.Response.Headers.XContentTypeOptions.ToString(), http.Response.Headers.CacheControl.ToString()));
        Assert.Contains("frame-ancestors 'none'", http.Response.Headers.ContentSecurityPolicy.ToString(), StringComparison.Ordinal);
    }
}
