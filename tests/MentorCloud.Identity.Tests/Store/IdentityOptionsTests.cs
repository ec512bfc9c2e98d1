using MentorCloud.Identity.Tests.Hosting;
using Microsoft.Extensions.Options;

namespace MentorCloud.Identity.Tests.Store;

public sealed class IdentityOptionsTests
{
    public static TheoryData<string, Action<IdentityOptions>> Faults => new()
    {
        { "Issuer", options => options.Issuer = new Uri("http://login.acme.example") },
        { "Issuer", options => options.Issuer = new Uri("https://login.acme.example/?a=b") },
        { "Issuer", options => options.Issuer = new Uri("https://login.acme.example/path") },
        { "Issuer", options => options.Issuer = new Uri("ftp://login.acme.example") },
        { "AccessTokenLifetime", options => options.AccessTokenLifetime = TimeSpan.FromDays(1) },
        { "SessionIdle", options => options.SessionIdle = TimeSpan.FromDays(2) },
        { "PasswordIterations", options => options.PasswordIterations = 100_000 },
        { "Audience", options => options.Audience = " " },
        { "HomePath", options => options.HomePath = "//evil.example" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Option_out_of_range_ends_the_start_and_is_named(string named, Action<IdentityOptions> wrong)
    {
        var fault = await Assert.ThrowsAsync<OptionsValidationException>(() => IdentityHost.StartAsync(wrong));

        Assert.Contains($"Identity.{named}", fault.Message, StringComparison.Ordinal);
    }
}
