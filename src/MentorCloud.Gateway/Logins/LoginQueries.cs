using MentorCloud.Gateway.Access;

namespace MentorCloud.Gateway.Logins;

/// <summary>Fields of <c>Query</c> about logins.</summary>
internal static class LoginQueries
{
    public static LoginSettings LoginSettings(Caller caller)
    {
        caller.Require("Logins.Get");
        return new LoginSettings(caller.Tenant);
    }
}
