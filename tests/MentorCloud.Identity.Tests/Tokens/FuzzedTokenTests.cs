using MentorCloud.Identity.Clients;
using MentorCloud.Identity.Tests.Hosting;
using MentorCloud.Identity.Tests.Tokens.Forging;
using MentorCloud.Identity.Tokens;
using MentorCloud.Testing;

namespace MentorCloud.Identity.Tests.Tokens;

/// <summary>
/// A hundred thousand forged tokens from fixed seeds, every way of forging as often as every other: most against the checks
/// themselves, the others over HTTP against every endpoint that reads tokens.
/// </summary>
public sealed class FuzzedTokenTests
{
    private const int AccessTokens = 90_000;
    private const int Assertions = 5_000;
    private const int OverHttp = 5_000;
    private static int done;

    [Fact]
    public async Task Access_token_forged_in_every_way_is_never_accepted_and_never_throws()
    {
        await using var host = await IdentityHost.StartAsync();
        var foreign = await host.AddClientAsync(tenant: TestTenants.Borealis);
        var forge = await Forges.OfAccessTokensAsync(host, await host.AddClientAsync(), foreign.Client.ClientId);
        var check = host.Get<AccessTokenCheck>();
        var right = TokenForge.Signed(forge.Header(), forge.Payload(), forge.Own);

        // What is made here passes when nothing is wrong with it; so the forgeries fail for what is wrong with them.
        Assert.NotNull(await check.CheckAsync(right, default));
        Assert.Empty(await AcceptedAsync(forge, AccessTokens, async token => await check.CheckAsync(token, default) is not null));
        Assert.NotNull(await check.CheckAsync(right, default));
        Count(AccessTokens);
    }

    [Fact]
    public async Task Assertion_forged_in_every_way_is_never_accepted_and_never_throws()
    {
        await using var host = await IdentityHost.StartAsync();
        var forge = await Forges.OfAssertionsAsync(host);
        var proof = host.Get<KeyProof>();
        var client = (await host.Get<ClientLookup>().FindAsync(proof.ClaimedClient(forge.Good), default))!;

        Assert.True(await proof.HoldsAsync(client, TokenForge.Signed(forge.Header(), forge.Payload(), forge.Own), default));
        Assert.Empty(await AcceptedAsync(forge, Assertions, async token =>
        {
            _ = proof.ClaimedClient(token);
            return await proof.HoldsAsync(client, token, default);
        }));
        Assert.True(await proof.HoldsAsync(client, forge.Good, default));
        Count(Assertions);
    }

    [Fact]
    public async Task Token_forged_over_http_is_refused_by_every_endpoint_without_a_word_too_many()
    {
        await using var target = await ForgedRequests.StartAsync();
        var faults = new List<string>();
        for (var number = 0; number < OverHttp; number++)
        {
            if (await target.SendAsync(number) is { } fault)
            {
                faults.Add(fault);
            }
        }

        Assert.Empty(faults.Take(20));
        Assert.Empty(await target.LostAsync());
        Count(OverHttp);
    }

    /// <summary>The ways whose forgeries were accepted, a forgery of each.</summary>
    private static async Task<IReadOnlyDictionary<string, string>> AcceptedAsync(TokenForge forge, int count, Func<string, Task<bool>> accepts)
    {
        var accepted = new Dictionary<string, string>();
        for (var number = 0; number < count; number++)
        {
            var (way, make) = TokenAttacks.All[number % TokenAttacks.All.Count];
            var token = make(forge, new Random(number));
            if (!TokenForge.IsSame(token, forge.Good) && await accepts(token))
            {
                accepted.TryAdd(way, token);
            }
        }

        return accepted;
    }

    private static void Count(int tokens) => SecuritySummary.Write(
        "fuzzed-tokens", $"fuzzed tokens: {Interlocked.Add(ref done, tokens)} forged in {TokenAttacks.All.Count} ways, none accepted, none answered with 5xx or anything of another tenant");
}
