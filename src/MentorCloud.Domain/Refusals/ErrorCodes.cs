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

    /// <summary>The page cursor is none of this list's.</summary>
    public const string CursorInvalid = "CURSOR_INVALID";

    /// <summary>Another open account of the tenant has this e-mail address.</summary>
    public const string AccountEmailTaken = "ACCOUNT_EMAIL_TAKEN";

    /// <summary>The account is closed.</summary>
    public const string AccountClosed = "ACCOUNT_CLOSED";

    /// <summary>The tenant would be left without an administrator.</summary>
    public const string AccountLastAdmin = "ACCOUNT_LAST_ADMIN";

    /// <summary>The machine client is revoked.</summary>
    public const string ClientRevoked = "CLIENT_REVOKED";

    /// <summary>The invitation or reset link is unknown, used or expired.</summary>
    public const string InvitationInvalid = "INVITATION_INVALID";

    /// <summary>The password is too short, too long, or easily guessed.</summary>
    public const string PasswordTooWeak = "PASSWORD_TOO_WEAK";
}
