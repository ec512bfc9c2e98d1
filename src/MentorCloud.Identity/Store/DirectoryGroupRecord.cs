namespace MentorCloud.Identity.Store;

/// <summary>A row of <c>directory_groups</c>: a group of the company's directory.</summary>
internal sealed class DirectoryGroupRecord
{
    public required string Tenant { get; init; }

    public required string Id { get; init; }

    public required string DisplayName { get; set; }

    /// <summary>What makes the name unique: composed, lower case.</summary>
    public required string NameKey { get; set; }

    public string? ExternalId { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ModifiedAt { get; set; }

    /// <summary>Counts the changes, of members too.</summary>
    public long Version { get; set; }
}
