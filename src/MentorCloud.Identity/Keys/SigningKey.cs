using System.Security.Cryptography;
using MentorCloud.Identity.Store;
using Microsoft.IdentityModel.Tokens;

namespace MentorCloud.Identity.Keys;

/// <summary>A signing key as the server uses it.</summary>
/// <param name="Record">When it signs and how long it is published.</param>
/// <param name="Key">The key pair.</param>
internal sealed record SigningKey(SigningKeyRecord Record, ECDsaSecurityKey Key)
{
    public const string Algorithm = SecurityAlgorithms.EcdsaSha256;

    public SigningCredentials Credentials { get; } = new(Key, Algorithm);

    public static SigningKey From(SigningKeyRecord record, byte[] privateKey)
    {
        var pair = ECDsa.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            D = privateKey,
            Q = new ECPoint { X = Base64UrlEncoder.DecodeBytes(record.X), Y = Base64UrlEncoder.DecodeBytes(record.Y) },
        });
        return new SigningKey(record, new ECDsaSecurityKey(pair) { KeyId = record.Kid });
    }

    public bool SignsAt(DateTimeOffset now) => Record.ActiveFrom <= now && now < Record.ActiveUntil;
}
