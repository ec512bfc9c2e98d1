using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MentorCloud.Contracts.Json;

namespace MentorCloud.Grains.State;

/// <summary>Tells one command's input from another's, for idempotency keys.</summary>
internal static class Fingerprint
{
    /// <summary>SHA-256 over operation and input as JSON, or over operation and code of a confided input; its first 16 bytes in hexadecimal.</summary>
    public static string Of(string operation, object? input)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(operation));
        hash.AppendData(input is ConfidedInput confided ? confided.Code : BytesOf(input));
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16));
    }

    /// <summary>Whether a stored fingerprint is of this input. Earlier releases stored one without a key for confided inputs too; it still counts.</summary>
    public static bool Fits(string stored, string operation, object? input) =>
        stored == Of(operation, input) || (input is ConfidedInput confided && stored == Of(operation, confided.Command));

    /// <summary>An input as it is hashed.</summary>
    public static byte[] BytesOf(object? input) => JsonSerializer.SerializeToUtf8Bytes(input, input?.GetType() ?? typeof(object), ContractsJson.Options);
}
