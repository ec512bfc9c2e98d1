namespace MentorCloud.GraphQL;

/// <summary>What a document may ask, decided before anything of it runs. All on by default; each has its own error code.</summary>
public sealed record GraphQLLimits
{
    /// <summary>Tokens in a document. Default 5,000.</summary>
    public int MaxTokens { get; init; } = 5_000;

    /// <summary>Nested selection sets of fields, introspection not counted. Default 15.</summary>
    public int MaxDepth { get; init; } = 15;

    /// <summary>Aliases in an operation with its fragments. Default 100.</summary>
    public int MaxAliases { get; init; } = 100;

    /// <summary>Root fields of an operation. Default 20.</summary>
    public int MaxRootFields { get; init; } = 20;

    /// <summary>Cost of an operation: 1 for each object field, 0 for leaves unless <c>@cost</c> says otherwise, lists times their size. Default 20,000.</summary>
    public int MaxCost { get; init; } = 20_000;

    /// <summary>Size assumed for a list that neither an argument nor <c>@listSize</c> bounds. Default 20.</summary>
    public int DefaultListSize { get; init; } = 20;

    /// <summary>Bytes of an HTTP body. Default 256 KiB.</summary>
    public int MaxBodyBytes { get; init; } = 256 * 1024;

    /// <summary>How long an operation may run before it is cancelled. Default 30 seconds.</summary>
    public TimeSpan MaxExecutionTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Errors listed for an invalid document before validation stops. Default 100.</summary>
    public int MaxErrors { get; init; } = 100;

    /// <summary>Introspection for callers who have not logged in. Default false.</summary>
    public bool AnonymousIntrospection { get; init; }
}
