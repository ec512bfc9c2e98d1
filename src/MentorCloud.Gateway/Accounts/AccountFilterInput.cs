using MentorCloud.Contracts.Accounts;
using MentorCloud.Gateway.Queries;

namespace MentorCloud.Gateway.Accounts;

/// <summary>The input of the same name.</summary>
internal sealed record AccountFilterInput(string? Search, ViewerRole? Role, AccountStatus? Status);
