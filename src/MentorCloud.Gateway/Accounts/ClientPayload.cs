using MentorCloud.Contracts.Accounts;
using MentorCloud.Gateway.Errors;

namespace MentorCloud.Gateway.Accounts;

/// <summary>The payload of the same name; the secret is not written anywhere else.</summary>
internal sealed record ClientPayload(MachineClient? Client, string? Secret, IReadOnlyList<UserError> UserErrors)
{
    public override string ToString() => Client?.ToString() ?? string.Empty;
}
