using Microsoft.IdentityModel.Tokens;

namespace MentorCloud.Identity.Clients;

/// <summary>The public keys of a client that proves itself by signature.</summary>
internal static class ClientKeys
{
    private const int MostLength = 16 * 1024;
    private const int LeastRsaBits = 2048;

    public static bool AreUsable(string? keySet) => Read(keySet).Count > 0;

    /// <summary>The usable keys; none when the text is no key set, or holds a private or a weak key.</summary>
    public static IReadOnlyList<JsonWebKey> Read(string? keySet)
    {
        if (keySet is not { Length: > 0 and <= MostLength })
        {
            return [];
        }

        try
        {
            var keys = JsonWebKeySet.Create(keySet).Keys;
            return keys.All(IsPublicAndStrong) ? [.. keys] : [];
        }
        catch (Exception exception) when (exception is ArgumentException or System.Text.Json.JsonException)
        {
            return [];
        }
    }

    private static bool IsPublicAndStrong(JsonWebKey key) => !key.HasPrivateKey && key.Kty switch
    {
        JsonWebAlgorithmsKeyTypes.EllipticCurve => key.Crv == JsonWebKeyECTypes.P256,
        JsonWebAlgorithmsKeyTypes.RSA => key.KeySize >= LeastRsaBits,
        _ => false,
    };
}
