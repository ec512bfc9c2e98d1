namespace MentorCloud.Domain.Refusals;

/// <summary>Every error code. SUBJECT_PROBLEM; stable once released. What each means to a person is in docs/errors.md.</summary>
public static class ErrorCodes
{
    /// <summary>A field of the input is malformed, too long or out of range.</summary>
    public const string InputInvalid = "INPUT_INVALID";

    /// <summary>No such thing for this caller; things of another tenant answer the same.</summary>
    public const string NotFound = "NOT_FOUND";

    /// <summary>The caller's roles or scopes do not allow it.</summary>
    public const string Forbidden = "FORBIDDEN";

    /// <summary>Nobody is logged in, or the token is no longer valid.</summary>
    public const string Unauthenticated = "UNAUTHENTICATED";

    /// <summary>A cursor that is none, or belongs to another list, order or tenant; begin again without one.</summary>
    public const string CursorInvalid = "CURSOR_INVALID";

    /// <summary>A grain published an entry before an earlier one; a bug of ours, never of a caller's input.</summary>
    public const string FactsOutOfOrder = "FACTS_OUT_OF_ORDER";
}
