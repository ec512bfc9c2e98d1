using MentorCloud.Contracts.Logins;
using MentorCloud.Gateway.Queries;

namespace MentorCloud.Gateway.Logins;

/// <summary>Fields of <c>LoginSettings</c>.</summary>
internal static class LoginSettingsFields
{
    public static Task<LoginProvider?> ProviderAsync(LoginSettings parent, ILoginProviders providers, CancellationToken cancellationToken) =>
        providers.FindAsync(parent.Tenant, cancellationToken);

    public static async Task<IReadOnlyList<ViewerRole>> SecondFactorRolesAsync(LoginSettings parent, ILoginRules rules, CancellationToken cancellationToken) =>
        ViewerRoles.Of(await rules.SecondFactorRolesAsync(parent.Tenant, cancellationToken));

    public static Task<IReadOnlyList<EmailDomain>> DomainsAsync(LoginSettings parent, IEmailDomains domains, CancellationToken cancellationToken) =>
        domains.ListAsync(parent.Tenant, cancellationToken);

    public static Task<DirectorySettings> DirectoryAsync(LoginSettings parent, IDirectorySettings directory, CancellationToken cancellationToken) =>
        directory.GetAsync(parent.Tenant, cancellationToken);
}
