using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MentorCloud.Contracts.Json;

namespace MentorCloud.Grains.State;

/// <summary>Tells one command's input from another's, for idempotency keys.</summary>
internal static class Fingerprint
{
    /// <summary>SHA-256 over operation and input as JSON; its first 16 bytes in hexadecimal.</summary>
    public static string Of(string operation, object? input)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(operation));
        hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(input, input?.GetType() ?? typeof(object), ContractsJson.Options));
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16));
    }
}
