using MentorCloud.Contracts.Accounts;
using MentorCloud.Domain.Access;

namespace MentorCloud.Gateway.Accounts;

/// <summary>Fields of <c>Client</c>.</summary>
internal static class ClientFields
{
    public static IReadOnlyList<string> Scopes(MachineClient parent) => ScopeNames.Write(parent.Scopes).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
