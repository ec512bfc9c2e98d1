using System.Text.Json;
using MentorCloud.Contracts.Json;
using Orleans.Storage;

namespace MentorCloud.Cluster.Serialization;

/// <summary>Grain states as the default edition stores them, so that a tenant can move between editions.</summary>
internal sealed partial class EnvelopeSerializer(ILogger<EnvelopeSerializer> log) : IGrainStorageSerializer
{
    /// <summary>No stored grain is to pass this: a pairing with texts at their limits in any script comes near it (docs/adr/0062).</summary>
    internal const int MostBytes = 128 * 1024;

    /// <inheritdoc/>
    public BinaryData Serialize<T>(T? input)
    {
        var json = input is RawState raw ? raw.Json : JsonSerializer.SerializeToUtf8Bytes(input, ContractsJson.Options);
        if (json.Length > MostBytes)
        {
            LogTooLarge(typeof(T), json.Length, MostBytes);
        }

        return new BinaryData(json);
    }

    /// <inheritdoc/>
    public T? Deserialize<T>(BinaryData input) => typeof(T) == typeof(RawState)
        ? (T)(object)new RawState { Json = input.ToArray() }
        : JsonSerializer.Deserialize<T>(input.ToMemory().Span, ContractsJson.Options);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A state of {Type} has {Bytes} bytes, more than {Most}; it is stored, but its grain must be cut into pages")]
    private partial void LogTooLarge(Type type, int bytes, int most);
}
