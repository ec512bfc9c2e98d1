namespace MentorCloud.App.Tenants;

/// <summary>A tenant that is open now.</summary>
/// <param name="Tenant">Its global id.</param>
/// <param name="Slug">The name in logins and addresses.</param>
/// <param name="Name">The company's name.</param>
/// <param name="AdminEmail">The admin's address.</param>
/// <param name="InvitationLink">Where the admin chooses a password, once; null when the admin has one already.</param>
/// <param name="InvitationEnds">Until when the link works, UTC; null without a link.</param>
/// <param name="Created">False when the tenant was there before.</param>
internal sealed record OpenedTenant(
    string Tenant, string Slug, string Name, string AdminEmail, Uri? InvitationLink, DateTimeOffset? InvitationEnds, bool Created);
