using System.Globalization;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Identity.Store;

/// <summary>
/// Whose rows a context may touch; on PostgreSQL the server enforces it (docs/adr/0087). A tenant, or one of the few named
/// readings that know none: each reaches the tables and rows that its policy names, and no others.
/// </summary>
internal readonly record struct AccountsScope
{
    private readonly string? _value;

    private AccountsScope(string value) => _value = value;

    /// <summary>No rows at all.</summary>
    public static AccountsScope Nobody => default;

    /// <summary>Whose a proved e-mail domain is: rows of <c>email_domains</c> that are verified, to be read.</summary>
    public static AccountsScope HomeRealms => new("home realms");

    /// <summary>What directories said of people and is not done yet: rows of <c>directory_users</c> with work left, to be read.</summary>
    public static AccountsScope DirectoryWork => new("directory work");

    /// <summary>Challenges of logins by passkey, which are spent before anybody knows whose passkey answers.</summary>
    public static AccountsScope PasskeyChallenges => new("passkeys");

    /// <summary>The server's own keys and secrets, which belong to no tenant.</summary>
    public static AccountsScope ServerKeys => new("server keys");

    /// <summary>What PostgreSQL's policies compare with; nobody's when the scope was forgotten.</summary>
    public string Setting => _value ?? string.Empty;

    public static implicit operator AccountsScope(TenantId tenant) => new(tenant.ToString());

    /// <summary>The tenant of a row, as the row writes it; nobody's when it is none, as of a row that stands for somebody unknown.</summary>
    public static AccountsScope Of(string tenant) => EntityId.TryParse<TenantId>(tenant, out var id) ? id : Nobody;

    /// <summary>Rows of any tenant that ended before a moment, to be deleted.</summary>
    public static AccountsScope ExpiredBefore(DateTimeOffset moment) =>
        new(string.Create(CultureInfo.InvariantCulture, $"expired before {moment.ToUnixTimeMilliseconds()}"));
}
