using MentorCloud.Domain.Access;

namespace MentorCloud.Identity.Store;

/// <summary>A row of <c>directory_users</c>: what the company's directory says of an account.</summary>
internal sealed class DirectoryUserRecord
{
    public required string Tenant { get; init; }

    public required string Account { get; init; }

    public required string UserName { get; set; }

    public required string UserNameKey { get; set; }

    public string? ExternalId { get; set; }

    /// <summary>The writable attributes but those that have columns, as JSON.</summary>
    public required string Document { get; set; }

    /// <summary>The roles that the account has from the directory; what else it has, an administrator gave.</summary>
    public Role GivenRoles { get; set; }

    /// <summary>The side that the person takes in pairings, which brings its role: Mentor, Mentee or none.</summary>
    public Role SideRole { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ModifiedAt { get; set; }

    /// <summary>When the directory deleted the user; the row goes when the departure is reported.</summary>
    public DateTimeOffset? DeletedAt { get; set; }

    /// <summary>What is still to be done for the person.</summary>
    public DirectoryWork Work { get; set; }

    /// <summary>Counts what was asked to be done, so that work that was overtaken is not taken for done.</summary>
    public long Turn { get; set; }
}
