using System.Text.Json;

namespace MentorCloud.GraphQL.Scalars;

/// <summary>Any JSON value, passed through as it is. Also what a scalar is that nobody binds.</summary>
public sealed class JsonScalar : Scalar<JsonElement>
{
    /// <summary>The one instance.</summary>
    public static JsonScalar Instance { get; } = new();

    /// <inheritdoc/>
    public override JsonElement Parse(ScalarInput input) => input.ToJson();

    /// <inheritdoc/>
    public override void Write(JsonElement value, JsonOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.WriteJson(value);
    }
}
