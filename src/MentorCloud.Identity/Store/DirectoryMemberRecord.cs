namespace MentorCloud.Identity.Store;

/// <summary>A row of <c>directory_members</c>: an account is in a group.</summary>
internal sealed class DirectoryMemberRecord
{
    public required string Tenant { get; init; }

    public required string GroupId { get; init; }

    public required string Account { get; init; }
}
