using MentorCloud.Contracts.Logins;

namespace MentorCloud.Gateway.Accounts;

/// <summary>Fields of <c>LoginSession</c>.</summary>
internal static class LoginSessionFields
{
    public static IReadOnlyList<string> Methods(LoginSession parent) => parent.Methods.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
