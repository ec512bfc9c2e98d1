using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.Tokens;

namespace MentorCloud.Identity.Tests.Tokens.Forging;

/// <summary>Makes tokens of any text: in the right key, in an attacker's, or in none. What is in them is written here, not by a library.</summary>
internal sealed record TokenForge
{
    /// <summary>A genuine token, of which others are made.</summary>
    public required string Good { get; init; }

    /// <summary>The name of the key that signs genuine ones.</summary>
    public required string Kid { get; init; }

    /// <summary>Their type.</summary>
    public required string Type { get; init; }

    /// <summary>The key that signs genuine ones: what is wrong with such a forgery is never its signature.</summary>
    public required ECDsa Own { get; init; }

    /// <summary>A key that nobody knows.</summary>
    public required ECDsa Attacker { get; init; }

    /// <summary>The claims of a genuine one, as JSON.</summary>
    public required IReadOnlyDictionary<string, string> Claims { get; init; }

    /// <summary>Claims that make a genuine one wrong, as JSON: each by itself.</summary>
    public required IReadOnlyList<(string Claim, string? Json)> WrongClaims { get; init; }

    /// <summary>Types that make a genuine one wrong.</summary>
    public required IReadOnlyList<string> WrongTypes { get; init; }

    public required DateTimeOffset Now { get; init; }

    public string HeaderPart => Good.Split('.')[0];

    public string PayloadPart => Good.Split('.')[1];

    public string SignaturePart => Good.Split('.')[2];

    /// <summary>A header; members stand as they are given, <c>null</c> leaves one out.</summary>
    public string Header(string? alg = "\"ES256\"", string? typ = null, string? kid = null, string? more = null) => Part("{" + string.Join(',', new[]
    {
        alg is null ? null : $"\"alg\":{alg}", $"\"typ\":{typ ?? Quote(Type)}", $"\"kid\":{kid ?? Quote(Kid)}", more,
    }.Where(member => member is not null)) + "}");

    /// <summary>A payload with some claims otherwise than they should be; a claim of null is left out.</summary>
    public string Payload(params (string Claim, string? Json)[] changes)
    {
        var claims = new Dictionary<string, string?>(Claims.Select(claim => KeyValuePair.Create(claim.Key, (string?)claim.Value)))
        {
            ["jti"] = Quote(Guid.NewGuid().ToString("N")),
        };
        foreach (var (claim, json) in changes)
        {
            claims[claim] = json;
        }

        return Part("{" + string.Join(',', claims.Where(claim => claim.Value is not null).Select(claim => $"\"{claim.Key}\":{claim.Value}")) + "}");
    }

    public static string Signed(string header, string payload, ECDsa key) =>
        $"{header}.{payload}.{Base64UrlEncoder.Encode(key.SignData(Encoding.UTF8.GetBytes($"{header}.{payload}"), HashAlgorithmName.SHA256))}";

    public static string Part(string text) => Base64UrlEncoder.Encode(text);

    public static string Quote(string text) => System.Text.Json.JsonSerializer.Serialize(text);

    /// <summary>Whether a text is the genuine token itself: the last character of a signature carries bits that decode to nothing.</summary>
    public static bool IsSame(string token, string good)
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
}
