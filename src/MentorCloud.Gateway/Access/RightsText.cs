using MentorCloud.Domain.Access;

namespace MentorCloud.Gateway.Access;

/// <summary>
/// A field's rights in words, as they end its description in schema.graphql and so stand in introspection, the explorer and
/// tools of integrators. Made from the policy table; a test writes it there and fails where the two part.
/// </summary>
internal static class RightsText
{
    /// <summary>What every such sentence begins with.</summary>
    public const string Begin = "Rights: ";

    /// <summary>The sentence of an operation.</summary>
    /// <param name="operation">What <see cref="FieldRights.OperationOf"/> said.</param>
    /// <returns>E.g. <c>Rights: tenant admin, program manager; scope programs:write.</c></returns>
    public static string Of(string operation) => Begin + operation switch
    {
        FieldRights.Open => "everybody, logged in or not.",
        FieldRights.LoggedIn => "everybody who is logged in, any scope.",
        _ => $"{Users(Policy.Find(operation)!)}; {Clients(Policy.Find(operation)!)}.",
    };

    /// <summary>Roles in words, separated by commas.</summary>
    /// <param name="roles">The roles.</param>
    /// <returns>E.g. <c>tenant admin, mentor</c>; empty for none.</returns>
    public static string Of(Role roles) => string.Join(", ", Enum.GetValues<Role>().Where(role => role != Role.None && roles.HasFlag(role)).Select(Words));

    private static string Users(PolicyRule rule) => rule switch
    {
        { Roles: Role.None } => "no role",
        { WholeTenant: true } => $"{Of(rule.Roles)}, not limited to cohorts",
        _ => Of(rule.Roles),
    };

    private static string Clients(PolicyRule rule) =>
        rule.Scopes == Scope.None ? "no machine client" : $"scope {ScopeNames.Write(rule.Scopes).Replace(" ", " or ", StringComparison.Ordinal)}";

    private static string Words(Role role) =>
        string.Concat(role.ToString().Select((letter, at) => at > 0 && char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"));
}
