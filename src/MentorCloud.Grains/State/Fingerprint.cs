using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MentorCloud.Contracts.Json;

namespace MentorCloud.Grains.State;

/// <summary>Tells one command's input from another's, for idempotency keys.</summary>
internal static class Fingerprint
{
    /// <summary>As contracts are written, and tuples too: their parts are fields, which would be left out otherwise.</summary>
    private static readonly JsonSerializerOptions WithFields = new(ContractsJson.Options) { IncludeFields = true };

    /// <summary>SHA-256 over operation and input as JSON, or over operation and code of a confided input; its first 16 bytes in hexadecimal.</summary>
    public static string Of(string operation, object? input) => Hash(operation, input is ConfidedInput confided ? confided.Code : BytesOf(input));

    /// <summary>
    /// Whether a stored fingerprint is of this input. Earlier releases stored one without a key for confided inputs too, and
    /// saw nothing of several inputs at once; both still count. Neither can be the fingerprint of any input of today.
    /// </summary>
    /// <param name="stored">The fingerprint that was stored.</param>
    /// <param name="fingerprint">The input's own.</param>
    /// <param name="operation">The operation's name.</param>
    /// <param name="input">The input.</param>
    public static bool Fits(string stored, string fingerprint, string operation, object? input) => stored == fingerprint || input switch
    {
        ConfidedInput confided => stored == Of(operation, confided.Command),
        ITuple => stored == Hash(operation, "{}"u8),
        _ => false,
    };

    /// <summary>An input as it is hashed.</summary>
    public static byte[] BytesOf(object? input) => JsonSerializer.SerializeToUtf8Bytes(input, input?.GetType() ?? typeof(object), WithFields);

    private static string Hash(string operation, ReadOnlySpan<byte> input)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(operation));
        hash.AppendData(input);
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16));
    }
}
