namespace MentorCloud.GraphQL;

/// <summary>The codes that the engine itself gives, in <c>extensions.code</c>. Applications add their own.</summary>
public static class ErrorCodes
{
    /// <summary>The document is not GraphQL.</summary>
    public const string ParseFailed = "GRAPHQL_PARSE_FAILED";

    /// <summary>The document does not fit the schema.</summary>
    public const string ValidationFailed = "GRAPHQL_VALIDATION_FAILED";

    /// <summary>A variable or argument has a value of the wrong type.</summary>
    public const string BadUserInput = "BAD_USER_INPUT";

    /// <summary>The document has no operation of the name asked for, or several and no name was given.</summary>
    public const string OperationResolutionFailure = "OPERATION_RESOLUTION_FAILURE";

    /// <summary>A field that must not be null was null.</summary>
    public const string NullInNonNull = "NULL_IN_NON_NULL";

    /// <summary>A resolver gave a value that its type cannot carry.</summary>
    public const string BadResult = "BAD_RESULT";

    /// <summary>A bug or broken infrastructure; <c>extensions.id</c> is what the log carries.</summary>
    public const string Internal = "INTERNAL";

    /// <summary>The HTTP request is not a GraphQL request.</summary>
    public const string BadRequest = "BAD_REQUEST";

    /// <summary>A browser could have been tricked into sending this request; send JSON or the header that the message names.</summary>
    public const string CsrfRefused = "CSRF_REFUSED";

    /// <summary>The body is larger than the limit.</summary>
    public const string BodyLimit = "LIMIT_BODY_SIZE";

    /// <summary>More tokens than the limit.</summary>
    public const string TokenLimit = "LIMIT_TOKENS";

    /// <summary>Nested deeper than the limit.</summary>
    public const string DepthLimit = "LIMIT_DEPTH";

    /// <summary>More aliases than the limit.</summary>
    public const string AliasLimit = "LIMIT_ALIASES";

    /// <summary>More root fields than the limit.</summary>
    public const string RootFieldLimit = "LIMIT_ROOT_FIELDS";

    /// <summary>The operation costs more than the limit.</summary>
    public const string CostLimit = "LIMIT_COST";

    /// <summary>The document is too tangled to be validated within its budget.</summary>
    public const string ComplexityLimit = "LIMIT_COMPLEXITY";

    /// <summary>The operation ran longer than the limit.</summary>
    public const string ExecutionTimeout = "LIMIT_EXECUTION_TIME";

    /// <summary>A subscriber did not take its events fast enough.</summary>
    public const string SlowConsumer = "SLOW_CONSUMER";

    /// <summary>More subscriptions on one connection than the limit.</summary>
    public const string SubscriptionLimit = "LIMIT_SUBSCRIPTIONS";

    /// <summary>Introspection is for the logged-in only.</summary>
    public const string IntrospectionRefused = "INTROSPECTION_REFUSED";

    /// <summary>No document is stored under the hash; send the text with it.</summary>
    public const string PersistedNotFound = "PERSISTED_QUERY_NOT_FOUND";

    /// <summary>The text's SHA-256 is not the hash that was sent with it.</summary>
    public const string PersistedMismatch = "PERSISTED_QUERY_HASH_MISMATCH";

    /// <summary>Only trusted documents are accepted from this caller.</summary>
    public const string TrustedOnly = "TRUSTED_DOCUMENT_REQUIRED";
}
