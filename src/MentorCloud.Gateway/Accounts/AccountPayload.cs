using MentorCloud.Contracts.Accounts;
using MentorCloud.Gateway.Errors;

namespace MentorCloud.Gateway.Accounts;

/// <summary>The payload of the same name.</summary>
internal sealed record AccountPayload(Account? Account, IReadOnlyList<UserError> UserErrors);
