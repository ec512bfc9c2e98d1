using MentorCloud.Contracts.Accounts;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Identity.Tests.Hosting;

/// <summary>Accounts and clients that tests need.</summary>
internal static class People
{
    public const string Password = "seven violet otters dancing";

    public static Actor Platform { get; } = Actor.System(TestTenants.Acme, "test");

    public static async Task<Account> AddAsync(
        this IdentityHost host, string email, Role roles = Role.Mentor, TenantId? tenant = null, string? password = Password)
    {
        var made = await host.Accounts.CreateAsync(
            tenant ?? TestTenants.Acme, Platform, new NewAccount(email, "Robin Example", roles, Password: password), default);
        return made.Value ?? throw new InvalidOperationException(made.Refusal!.Message);
    }

    public static async Task<MachineClientSecret> AddClientAsync(
        this IdentityHost host, Scope scopes = Scope.ProgramsRead | Scope.ProgramsWrite, TenantId? tenant = null) =>
        (await host.Clients.CreateAsync(tenant ?? TestTenants.Acme, Platform, default, "Payroll link", scopes, default)).Value!;
}
