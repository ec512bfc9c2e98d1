using System.Text;
using MentorCloud.Identity.Keys;
using MentorCloud.Identity.Tests.Hosting;
using MentorCloud.Identity.Tokens;
using Microsoft.IdentityModel.Tokens;

namespace MentorCloud.Identity.Tests.Tokens;

/// <summary>Tokens damaged at random, from a fixed seed: none is accepted, none breaks the server.</summary>
public sealed class FuzzedTokenTests(ITestOutputHelper output)
{
    private const int InProcess = 100_000;
    private const int OverHttp = 2_000;

    [Fact]
    public async Task Token_damaged_a_hundred_thousand_times_is_never_accepted_and_never_throws()
    {
        await using var host = await IdentityHost.StartAsync();
        using var http = host.Client();
        var check = host.Get<AccessTokenCheck>();
        await host.Get<SigningKeys>().CurrentAsync(default);
        var good = await TokenRequests.TokenAsync(http, await host.AddClientAsync());
        var accepted = new List<string>();
        var random = new Random(20260302);

        for (var round = 0; round < InProcess; round++)
        {
            var damaged = Damage(good, random);
            if (damaged != good && await check.ReadAsync(damaged, default) is { } read && read.EncodedToken != good)
            {
                accepted.Add(damaged);
            }
        }

        output.WriteLine($"{InProcess} damaged tokens, {accepted.Count} accepted.");
        Assert.DoesNotContain(accepted, token => !IsSameBytes(token, good));
    }

    [Fact]
    public async Task Header_damaged_over_http_never_gives_a_5xx_or_says_why()
    {
        await using var host = await IdentityHost.StartAsync();
        using var http = host.Client();
        var good = await TokenRequests.TokenAsync(http, await host.AddClientAsync());
        var random = new Random(7);

        for (var round = 0; round < OverHttp; round++)
        {
            var damaged = new string([.. Damage(good, random).Where(sign => sign is > ' ' and < '\u007f')]);
            if (!IsSameBytes(damaged, good))
            {
                Assert.Equal("anonymous", await TokenRequests.WhoAmIAsync(http, damaged));
            }
        }
    }

    /// <summary>The last character of a signature carries bits that decode to nothing: such a text is the same token.</summary>
    private static bool IsSameBytes(string token, string good)
    {
        var (parts, originals) = (token.Split('.'), good.Split('.'));
        if (parts.Length != 3 || parts[0] != originals[0] || parts[1] != originals[1])
        {
            return false;
        }

        try
        {
            return Base64UrlEncoder.DecodeBytes(parts[2]).SequenceEqual(Base64UrlEncoder.DecodeBytes(originals[2]));
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static string Damage(string good, Random random)
    {
        var text = new StringBuilder(good);
        for (var blow = random.Next(1, 4); blow > 0; blow--)
        {
            var at = random.Next(text.Length);
            switch (random.Next(8))
            {
                case 0: text[at] = (char)random.Next(33, 127); break;
                case 1: text.Remove(at, random.Next(1, Math.Min(40, text.Length - at) + 1)); break;
                case 2: text.Insert(at, good.AsSpan(random.Next(good.Length - 20), random.Next(20))); break;
                case 3: text.Insert(at, '.'); break;
                case 4: text[at] = (char)random.Next(0x20, 0x2FF); break;
                case 5: Reheader(text, random); break;
                case 6: text.Append(good.AsSpan(0, random.Next(good.Length))); break;
                default: text.Insert(at, "=/+\0%\"{}"[random.Next(8)]); break;
            }

            if (text.Length == 0)
            {
                text.Append('x');
            }
        }

        return text.ToString();
    }

    private static void Reheader(StringBuilder text, Random random)
    {
        string[] headers =
        [
            """{"alg":"none"}""", """{"alg":null}""", """{"alg":["ES256"]}""", """{"alg":"ES256","kid":{}}""", """{"alg":"ES256","kid":1e999}""",
            """{"alg":"ES256","typ":"at+jwt","alg":"none"}""", """{"alg":"dir","enc":"A256GCM"}""", "[]", "null", "{", "\"x\"", """{"alg":"HS256","kid":"\u0000"}""",
        ];
        var header = Base64UrlEncoder.Encode(headers[random.Next(headers.Length)]);
        var whole = text.ToString();
        var dot = whole.IndexOf('.', StringComparison.Ordinal);
        text.Clear().Append(header).Append(dot < 0 ? whole : whole[dot..]);
    }
}
