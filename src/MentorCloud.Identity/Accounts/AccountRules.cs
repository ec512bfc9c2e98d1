using MentorCloud.Contracts.Accounts;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Refusals;
using MentorCloud.Identity.Text;

namespace MentorCloud.Identity.Accounts;

/// <summary>What an account's input must be.</summary>
internal static class AccountRules
{
    public const int MostNameLength = 200;
    private const Role EveryRole = Role.TenantAdmin | Role.ProgramManager | Role.Sponsor | Role.Mentor | Role.Mentee | Role.PlatformOperator;

    public static Refusal NotFound { get; } = new(ErrorCodes.NotFound, "There is no such account.");

    public static Refusal Closed { get; } = new(ErrorCodes.AccountClosed, "The account is closed. Create a new one for the same address.");

    public static Refusal LastAdmin { get; } =
        new(ErrorCodes.AccountLastAdmin, "This is the tenant's last administrator. Make somebody else an administrator first.");

    public static Refusal? Check(Actor by, NewAccount account)
    {
        if (!EmailAddress.TryRead(account.Email, out _))
        {
            return Invalid("email", "Give an e-mail address such as name@company.example, in ASCII letters.");
        }

        return CheckName("displayName", account.DisplayName) ?? CheckRoles(by, account.Roles);
    }

    /// <summary>Names of people and of programs.</summary>
    public static Refusal? CheckName(string field, string name) =>
        string.IsNullOrWhiteSpace(name) || name.Length > MostNameLength || name.Any(char.IsControl)
            ? Invalid(field, $"Give a name of 1 to {MostNameLength} characters.")
            : null;

    public static Refusal? CheckRoles(Actor by, Role roles)
    {
        if (roles == Role.None || (roles & ~EveryRole) != Role.None)
        {
            return Invalid("roles", "Give at least one role.");
        }

        return roles.HasFlag(Role.PlatformOperator) && by.Kind != ActorKind.System
            ? new Refusal(ErrorCodes.Forbidden, "Platform operators are made by the platform itself, not by a tenant.", "roles")
            : null;
    }

    public static Refusal Invalid(string field, string message) => new(ErrorCodes.InputInvalid, message, field);
}
