using System.Text.Json;
using MentorCloud.Contracts.Json;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.Cluster.Serialization;

/// <summary>Orleans carries a foreign exception by its text alone; ours must arrive with its refusal.</summary>
[RegisterConverter]
internal sealed class RefusedExceptionConverter : IConverter<RefusedException, RefusedExceptionSurrogate>
{
    /// <inheritdoc/>
    public RefusedException ConvertFromSurrogate(in RefusedExceptionSurrogate surrogate) =>
        new(JsonSerializer.Deserialize<Refusal>(surrogate.Refusal, ContractsJson.Options)!);

    /// <inheritdoc/>
    public RefusedExceptionSurrogate ConvertToSurrogate(in RefusedException value) =>
        new() { Refusal = JsonSerializer.Serialize(value.Refusal, ContractsJson.Options) };
}
