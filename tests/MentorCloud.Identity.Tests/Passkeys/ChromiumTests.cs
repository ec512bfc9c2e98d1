using MentorCloud.Identity.Tests.Hosting;
using MentorCloud.Identity.Tests.Provider;
using MentorCloud.Testing;

namespace MentorCloud.Identity.Tests.Passkeys;

/// <summary>Chromium with a virtual authenticator, and axe-core.</summary>
public sealed class ChromiumTests
{
    private const string Missing = "NOT RUN: install chromium";
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    [Fact]
    public async Task Browser_uses_passkeys_and_finds_the_pages_accessible()
    {
        var chromium = Array.Find(Places, File.Exists);
        if (chromium is null)
        {
            Console.WriteLine(Missing);
            Assert.Skip(Missing);
        }

        // A passkey belongs to a name, not to an address.
        await using var host = await IdentityHost.StartAsync(
            options => options.Issuer = new UriBuilder(options.ListeningUrl) { Host = "localhost" }.Uri, clock: TimeProvider.System);
        await host.AddAsync("ada@acme.example");

        var outcomes = await Judge.RunAsync("chromium.mjs", new
        {
            issuer = $"http://localhost:{host.Address.Port}", chromium, person = new { tenant = "acme", email = "ada@acme.example", password = People.Password },
        });

        Assert.Empty(outcomes.Where(outcome => outcome.Value != "ok").Select(outcome => $"{outcome.Key}: {outcome.Value}"));
        Assert.Equal(7, outcomes.Count);
        SecuritySummary.Write("flows-passkeys", $"flows driven by Chromium with passkeys and axe-core: {outcomes.Count}");
    }
}
