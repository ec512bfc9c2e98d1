using MentorCloud.Identity.Store;

namespace MentorCloud.Identity.Scim.Users;

/// <summary>Everything of an account that its SCIM user is made of.</summary>
internal sealed record UserRow
{
    public required AccountRecord Account { get; init; }

    /// <summary>What the directory says; null for an account that it has never touched.</summary>
    public DirectoryUserRecord? Entry { get; init; }

    /// <summary>The groups that it is in, by their names.</summary>
    public IReadOnlyList<UserGroup> Groups { get; init; } = [];
}
