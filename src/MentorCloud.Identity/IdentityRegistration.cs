using MentorCloud.Contracts.Access;
using MentorCloud.Contracts.Accounts;
using MentorCloud.Contracts.Keys;
using MentorCloud.Contracts.Logins;
using MentorCloud.Identity.Access;
using MentorCloud.Identity.Accounts;
using MentorCloud.Identity.Clients;
using MentorCloud.Identity.Consents;
using MentorCloud.Identity.Discovery;
using MentorCloud.Identity.Federation;
using MentorCloud.Identity.Keys;
using MentorCloud.Identity.Login;
using MentorCloud.Identity.Mail;
using MentorCloud.Identity.Mfa;
using MentorCloud.Identity.Outside;
using MentorCloud.Identity.Pages;
using MentorCloud.Identity.Passkeys;
using MentorCloud.Identity.Passwords;
using MentorCloud.Identity.Provider;
using MentorCloud.Identity.Realms;
using MentorCloud.Identity.Scim.Bulk;
using MentorCloud.Identity.Scim.Groups;
using MentorCloud.Identity.Scim.Http;
using MentorCloud.Identity.Scim.Leaving;
using MentorCloud.Identity.Scim.Resources;
using MentorCloud.Identity.Scim.Users;
using MentorCloud.Identity.Sessions;
using MentorCloud.Identity.Store;
using MentorCloud.Identity.Text;
using MentorCloud.Identity.Tokens;
using MentorCloud.Identity.Transfer;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace MentorCloud.Identity;

/// <summary>Adds accounts, login and tokens to a server.</summary>
public static class IdentityRegistration
{
    /// <summary>
    /// Adds them. The server must also have an <see cref="Contracts.Views.IViews"/>, an
    /// <see cref="Contracts.Keys.IMasterKey"/>, an <see cref="Contracts.Audit.IAuditLog"/> and an <see cref="Contracts.People.IPersonnel"/>.
    /// </summary>
    /// <param name="services">The server's parts.</param>
    /// <param name="configure">Fills the options.</param>
    /// <returns>The same parts.</returns>
    public static IServiceCollection AddMentorCloudIdentity(this IServiceCollection services, Action<IdentityOptions> configure)
    {
        services.AddOptions<IdentityOptions>().Configure(configure).ValidateOnStart();
        services.AddSingleton<IValidateOptions<IdentityOptions>, IdentityOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IAccountMail, FileOutbox>();
        services.TryAddSingleton<IDomainRecords, DnsRecords>();
        return services.AddStore().AddTokens().AddProvider().AddLogin().AddFederation().AddScim().AddSchemes();
    }

    /// <summary>
    /// Builds what of the accounts needs neither database nor host: a server calls it on another thread while the host is
    /// built. Without it the first access to the accounts builds it.
    /// </summary>
    /// <param name="postgres">Whether the accounts are in PostgreSQL; else in SQLite.</param>
    public static void Prepare(bool postgres) => AccountsStore.BuildModel(postgres);

    private static IServiceCollection AddStore(this IServiceCollection services) => services
        .AddSingleton<AccountsStore>()
        .AddSingleton<SigningKeys>()
        .AddSingleton<ISigningKeyRing>(provider => provider.GetRequiredService<SigningKeys>())
        .AddSingleton<IMasterKeyChange, MasterKeyChange>()
        .AddSingleton<IAccountTransfer, AccountTransfer>()
        .AddSingleton<ServerSecrets>()
        .AddSingleton<AuditTrail>()
        .AddSingleton<AccountQueries>()
        .AddSingleton<CommandBook>()
        .AddSingleton<ICommandBook>(provider => provider.GetRequiredService<CommandBook>())
        .AddSingleton<AccountCreation>()
        .AddSingleton<AccountErasure>()
        .AddSingleton<OneTimeTokens>()
        .AddSingleton<AccountReopening>()
        .AddSingleton<Invitations>()
        .AddSingleton<IAccounts, AccountBook>()
        .AddSingleton<ClientBook>()
        .AddSingleton<IMachineClients>(provider => provider.GetRequiredService<ClientBook>())
        .AddSingleton<IAppClients, AppClientBook>()
        .AddHostedService<IdentityHousekeeping>();

    private static IServiceCollection AddTokens(this IServiceCollection services) => services
        .AddSingleton<AccessTokens>()
        .AddSingleton<AccessTokenCheck>()
        .AddSingleton<OutsideTokenCheck>()
        .AddSingleton<SpentTokens>()
        .AddSingleton<ClientLookup>()
        .AddSingleton<KeyProof>()
        .AddSingleton<ClientAuthentication>()
        .AddSingleton<IGrant, AuthorizationCodeGrant>()
        .AddSingleton<IGrant, RefreshTokenGrant>()
        .AddSingleton<IGrant, ClientCredentialsGrant>()
        .AddSingleton<TokenEndpoint>()
        .AddSingleton<DiscoveryDocument>();

    private static IServiceCollection AddProvider(this IServiceCollection services) => services
        .AddSingleton<GrantBook>()
        .AddSingleton<IdTokens>()
        .AddSingleton<UserTokenAnswer>()
        .AddSingleton<AuthorizationReading>()
        .AddSingleton<PushedRequests>()
        .AddSingleton<CarriedWishes>()
        .AddSingleton<PushedRequestEndpoint>()
        .AddSingleton<ConsentBook>()
        .AddSingleton<AuthorizeEndpoint>()
        .AddSingleton<ConsentEndpoint>()
        .AddSingleton<RevocationEndpoint>()
        .AddSingleton<IntrospectionEndpoint>()
        .AddSingleton<UserInfoEndpoint>()
        .AddSingleton<EndSessionEndpoint>();

    private static IServiceCollection AddLogin(this IServiceCollection services) => services
        .AddSingleton<CommonPasswords>()
        .AddSingleton<BreachedPasswords>()
        .AddSingleton<PasswordRules>()
        .AddSingleton<PasswordVault>()
        .AddSingleton<PasswordLogin>()
        .AddSingleton<LoginThrottle>()
        .AddSingleton<TenantFinder>()
        .AddSingleton<DeviceCookie>()
        .AddSingleton<SessionBook>()
        .AddSingleton<ILoginSessions, LoginSessions>()
        .AddSingleton<SessionCookie>()
        .AddSingleton<RequestOrigin>()
        .AddSingleton<AntiForgery>()
        .AddSingleton<LoginCompletion>()
        .AddSingleton<Authenticators>()
        .AddSingleton<PendingLogin>()
        .AddSingleton<LoginRulesBook>()
        .AddSingleton<ILoginRules>(provider => provider.GetRequiredService<LoginRulesBook>())
        .AddSingleton<EnrolmentEndpoint>()
        .AddSingleton<LoginSteps>()
        .AddSingleton<LanguageEndpoint>()
        .AddSingleton<PasswordAgain>()
        .AddSingleton<PasskeyStore>()
        .AddSingleton<PasskeyBook>()
        .AddSingleton<PasskeyEndpoints>()
        .AddSingleton<SecondStepEndpoint>()
        .AddSingleton<CurrentSession>()
        .AddSingleton<SessionEnding>()
        .AddSingleton<AccountEndpoints>()
        .AddSingleton<ResetEndpoints>()
        .AddSingleton<ResetLetters>()
        .AddHostedService(provider => provider.GetRequiredService<ResetLetters>())
        .AddSingleton<LogoutEndpoints>()
        .AddSingleton<LoginEndpoints>()
        .AddSingleton<InvitationEndpoints>();

    private static IServiceCollection AddFederation(this IServiceCollection services) => services
        .AddSingleton<EmailDomainBook>()
        .AddSingleton<IEmailDomains>(provider => provider.GetRequiredService<EmailDomainBook>())
        .AddSingleton<ProviderHttp>()
        .AddSingleton<ProviderMetadata>()
        .AddSingleton<ProviderRules>()
        .AddSingleton<LoginProviderBook>()
        .AddSingleton<ILoginProviders>(provider => provider.GetRequiredService<LoginProviderBook>())
        .AddSingleton<ProviderIdToken>()
        .AddSingleton<CodeExchange>()
        .AddSingleton<SealedCookie>()
        .AddSingleton<FederatedAccounts>()
        .AddSingleton<FederationStart>()
        .AddSingleton<FederationAnswer>()
        .AddSingleton<FederationEndpoints>()
        .AddSingleton<FederationLogout>()
        .AddSingleton<BackChannelLogout>();

    private static IServiceCollection AddScim(this IServiceCollection services) => services
        .AddSingleton<DirectoryTrail>()
        .AddSingleton<DirectoryRoles>()
        .AddSingleton<IDirectorySettings, DirectorySettingsBook>()
        .AddSingleton<UserQueries>()
        .AddSingleton<UserLife>()
        .AddSingleton<PersonFollow>()
        .AddSingleton<PersonFollowUp>()
        .AddHostedService(provider => provider.GetRequiredService<PersonFollowUp>())
        .AddSingleton<IResourceBook, UserBook>()
        .AddSingleton<GroupQueries>()
        .AddSingleton<IResourceBook, GroupBook>()
        .AddSingleton<ScimResources>()
        .AddSingleton<ScimAccess>()
        .AddSingleton<ScimEndpoint>()
        .AddSingleton<BulkEndpoint>()
        .AddSingleton<DiscoveryEndpoint>();

    private static IServiceCollection AddSchemes(this IServiceCollection services)
    {
        services.AddAuthentication(IdentitySchemes.Default)
            .AddPolicyScheme(IdentitySchemes.Default, displayName: null, scheme => scheme.ForwardDefaultSelector = IdentitySchemes.Of)
            .AddScheme<AuthenticationSchemeOptions, BearerHandler>(IdentitySchemes.Bearer, configureOptions: null)
            .AddScheme<AuthenticationSchemeOptions, SessionHandler>(IdentitySchemes.Session, configureOptions: null);
        return services;
    }
}
