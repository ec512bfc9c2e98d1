using System.Text;
using Microsoft.IdentityModel.Tokens;

namespace MentorCloud.Identity.Tests.Tokens.Forging;

/// <summary>A token's text with one to three blows: signs changed, cut out, put in, doubled; or another header before the rest.</summary>
internal static class DamagedText
{
    private static readonly string[] Headers =
    [
        """{"alg":"none"}""", """{"alg":null}""", """{"alg":["ES256"]}""", """{"alg":"ES256","kid":{}}""", """{"alg":"ES256","kid":1e999}""",
        """{"alg":"ES256","typ":"at+jwt","alg":"none"}""", """{"alg":"dir","enc":"A256GCM"}""", "[]", "null", "{", "\"x\"", """{"alg":"HS256","kid":"\u0000"}""",
    ];

    public static string Of(string good, Random random)
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
        var header = Base64UrlEncoder.Encode(Headers[random.Next(Headers.Length)]);
        var whole = text.ToString();
        var dot = whole.IndexOf('.', StringComparison.Ordinal);
        text.Clear().Append(header).Append(dot < 0 ? whole : whole[dot..]);
    }
}
