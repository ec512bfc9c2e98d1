using System.Text.Json;
using MentorCloud.Integration.Tests.Http;

namespace MentorCloud.Integration.Tests.Isolation.Matrix;

/// <summary>What an answer says about one field.</summary>
internal static class Outcome
{
    public const string Done = "DONE";
    public const string Nothing = "NOTHING";

    /// <summary>Codes that say that the matrix asks wrongly, or that the server is at fault.</summary>
    private static readonly HashSet<string> Faults =
    [
        "GRAPHQL_PARSE_FAILED", "GRAPHQL_VALIDATION_FAILED", "BAD_USER_INPUT", "BAD_REQUEST", "INTERNAL", "BAD_RESULT", "NULL_IN_NON_NULL",
        "LIMIT_COST", "LIMIT_EXECUTION_TIME", "LIMIT_COMPLEXITY",
    ];

    /// <summary>A refusal's code, <see cref="Done"/>, or <see cref="Nothing"/> for null.</summary>
    public static string Of(GraphQLAnswer answer, MatrixCase call)
    {
        if (answer.ErrorCode is { } code)
        {
            return code;
        }

        var value = answer.Json.GetProperty("data");
        value = call.IsOfRoot ? value.GetProperty(call.Field.Name) : value.GetProperty("node");
        if (!call.IsOfRoot && value.ValueKind == JsonValueKind.Object)
        {
            value = value.GetProperty(call.Field.Name);
        }

        return value switch
        {
            { ValueKind: JsonValueKind.Null } => Nothing,
            { ValueKind: JsonValueKind.Object } when value.TryGetProperty("userErrors", out var errors) && errors.GetArrayLength() > 0 =>
                errors[0].GetProperty("code").GetString()!,
            { ValueKind: JsonValueKind.Array } when value.EnumerateArray().All(each => each.ValueKind == JsonValueKind.Null) => Nothing,
            _ => Done,
        };
    }

    public static bool IsFault(string outcome) => Faults.Contains(outcome);
}
