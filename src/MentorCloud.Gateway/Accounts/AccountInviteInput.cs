using MentorCloud.Gateway.Queries;

namespace MentorCloud.Gateway.Accounts;

/// <summary>The input of the same name.</summary>
internal sealed record AccountInviteInput(string IdempotencyKey, string Email, string DisplayName, IReadOnlyList<ViewerRole> Roles, string? Participant);
