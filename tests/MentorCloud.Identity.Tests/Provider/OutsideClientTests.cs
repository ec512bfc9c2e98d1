using MentorCloud.Identity.Tests.Hosting;
using MentorCloud.Testing;

namespace MentorCloud.Identity.Tests.Provider;

/// <summary>Clients that we did not write judge the provider.</summary>
public sealed class OutsideClientTests
{
    [Theory]
    [InlineData("openid-client.mjs", 23)]
    [InlineData("oauth4webapi.mjs", 7)]
    public async Task Outside_client_drives_every_flow(string script, int flows)
    {
        await using var host = await IdentityHost.StartAsync(clock: TimeProvider.System);

        var outcomes = await Judge.RunAsync(script, await host.SetupAsync());

        Assert.Empty(outcomes.Where(outcome => outcome.Value != "ok").Select(outcome => $"{outcome.Key}: {outcome.Value}"));
        Assert.Equal(flows, outcomes.Count);
        var judge = Path.GetFileNameWithoutExtension(script);
        SecuritySummary.Write("flows-" + judge, $"flows driven by {judge}: {outcomes.Count}");
    }
}
