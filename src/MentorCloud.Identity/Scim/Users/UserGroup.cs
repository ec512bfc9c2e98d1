namespace MentorCloud.Identity.Scim.Users;

/// <summary>A group that a user is in.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
internal sealed record UserGroup(string Id, string Name);
