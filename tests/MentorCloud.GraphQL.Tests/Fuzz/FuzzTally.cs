using System.Globalization;

namespace MentorCloud.GraphQL.Tests.Fuzz;

/// <summary>What a fuzz run met: how often each rule, code and status, and its slowest case.</summary>
internal sealed class FuzzTally
{
    /// <summary>Rules of validation and codes of <see cref="ErrorCodes"/>, with how often they refused something.</summary>
    public SortedDictionary<string, long> Hits { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<int, long> Statuses { get; } = [];

    public long Documents { get; set; }

    public long Parsed { get; set; }

    public long Valid { get; set; }

    public long Requests { get; set; }

    /// <summary>Processor time of the slowest case; it counts the whole process, so it means something only when nothing else runs in it.</summary>
    public TimeSpan SlowestCpu { get; private set; }

    public TimeSpan Slowest { get; private set; }

    /// <summary>Rules and limits that every run of 50,000 documents and 10,000 requests must meet.</summary>
    public static IReadOnlyList<string> Expected { get; } =
    [
        "ExecutableDefinitions", "FieldsOnCorrectType", "FragmentsOnCompositeTypes", "KnownArgumentNames", "KnownDirectives", "KnownFragmentNames",
        "KnownTypeNames", "LoneAnonymousOperation", "MaxIntrospectionDepth", "NoFragmentCycles", "NoUndefinedVariables", "NoUnusedFragments",
        "NoUnusedVariables", "OverlappingFieldsCanBeMerged", "PossibleFragmentSpreads", "ProvidedRequiredArguments", "ScalarLeafs",
        "SingleFieldSubscriptions", "UniqueArgumentNames", "UniqueDirectivesPerLocation", "UniqueFragmentNames", "UniqueInputFieldNames",
        "UniqueOperationNames", "UniqueVariableNames", "ValuesOfCorrectType", "VariablesAreInputTypes", "VariablesInAllowedPosition",
        ErrorCodes.ParseFailed, ErrorCodes.ValidationFailed, ErrorCodes.BadUserInput, ErrorCodes.TokenLimit, ErrorCodes.DepthLimit, ErrorCodes.AliasLimit,
        ErrorCodes.RootFieldLimit, ErrorCodes.CostLimit, ErrorCodes.ComplexityLimit, ErrorCodes.IntrospectionRefused, ErrorCodes.ExecutionTimeout,
    ];

    /// <summary>Codes that only requests can meet.</summary>
    public static IReadOnlyList<string> ExpectedOfRequests { get; } =
        [ErrorCodes.BadRequest, ErrorCodes.CsrfRefused, ErrorCodes.BodyLimit, ErrorCodes.PersistedNotFound];

    public void Hit(string name) => Hits[name] = Hits.GetValueOrDefault(name) + 1;

    public void Took(TimeSpan cpu, TimeSpan clock)
    {
        if (cpu > SlowestCpu) SlowestCpu = cpu;
        if (clock > Slowest) Slowest = clock;
    }

    public static string Number(long value) => value.ToString("#,0", CultureInfo.InvariantCulture);
}
