using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace MentorCloud.Identity.Store;

/// <summary>The tables of the accounts. The tenant is the first column of every key that belongs to one.</summary>
internal sealed partial class AccountsContext(DbContextOptions<AccountsContext> options, AccountsScope scope) : DbContext(options)
{
    /// <summary>Whose rows may be touched.</summary>
    public AccountsScope Scope => scope;

    public DbSet<AccountRecord> Accounts => Set<AccountRecord>();

    public DbSet<OneTimeTokenRecord> OneTimeTokens => Set<OneTimeTokenRecord>();

    public DbSet<ClientRecord> Clients => Set<ClientRecord>();

    public DbSet<SessionRecord> Sessions => Set<SessionRecord>();

    public DbSet<SigningKeyRecord> SigningKeys => Set<SigningKeyRecord>();

    public DbSet<ServerSecretRecord> ServerSecrets => Set<ServerSecretRecord>();

    public DbSet<GrantRecord> Grants => Set<GrantRecord>();

    public DbSet<GrantSecretRecord> GrantSecrets => Set<GrantSecretRecord>();

    public DbSet<PushedRequestRecord> PushedRequests => Set<PushedRequestRecord>();

    public DbSet<SpentTokenRecord> SpentTokens => Set<SpentTokenRecord>();

    public DbSet<AuthenticatorRecord> Authenticators => Set<AuthenticatorRecord>();

    public DbSet<RecoveryCodeRecord> RecoveryCodes => Set<RecoveryCodeRecord>();

    public DbSet<LoginProviderRecord> LoginProviders => Set<LoginProviderRecord>();

    public DbSet<OutsideLoginRecord> OutsideLogins => Set<OutsideLoginRecord>();

    public DbSet<EmailDomainRecord> EmailDomains => Set<EmailDomainRecord>();

    public DbSet<LoginRulesRecord> LoginRules => Set<LoginRulesRecord>();

    public DbSet<CommandRecord> Commands => Set<CommandRecord>();

    public DbSet<PasskeyRecord> Passkeys => Set<PasskeyRecord>();

    public DbSet<ConsentRecord> Consents => Set<ConsentRecord>();

    public DbSet<DirectoryUserRecord> DirectoryUsers => Set<DirectoryUserRecord>();

    public DbSet<DirectoryGroupRecord> DirectoryGroups => Set<DirectoryGroupRecord>();

    public DbSet<DirectoryMemberRecord> DirectoryMembers => Set<DirectoryMemberRecord>();

    public DbSet<DirectorySettingsRecord> DirectorySettings => Set<DirectorySettingsRecord>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantConverter>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<AccountRecord>().ToTable("accounts").HasKey(row => new { row.Tenant, row.Id });
        modelBuilder.Entity<OneTimeTokenRecord>().ToTable("one_time_tokens").HasKey(row => new { row.Tenant, row.TokenHash });
        modelBuilder.Entity<ClientRecord>().ToTable("clients").HasKey(row => new { row.Tenant, row.ClientId });
        modelBuilder.Entity<ClientRecord>().Property(row => row.IsFirstParty).HasConversion<int>();
        modelBuilder.Entity<SessionRecord>().ToTable("sessions").HasKey(row => new { row.Tenant, row.Id });
        modelBuilder.Entity<SigningKeyRecord>().ToTable("signing_keys").HasKey(row => row.Kid);
        modelBuilder.Entity<ServerSecretRecord>().ToTable("server_secrets").HasKey(row => row.Name);
        modelBuilder.Entity<GrantRecord>().ToTable("grants").HasKey(row => new { row.Tenant, row.Id });
        modelBuilder.Entity<GrantSecretRecord>().ToTable("grant_secrets").HasKey(row => new { row.Tenant, row.SecretHash });
        modelBuilder.Entity<PushedRequestRecord>().ToTable("pushed_requests").HasKey(row => new { row.Tenant, row.SecretHash });
        modelBuilder.Entity<SpentTokenRecord>().ToTable("spent_tokens").HasKey(row => new { row.Tenant, row.Token });
        modelBuilder.Entity<AuthenticatorRecord>().ToTable("authenticators").HasKey(row => new { row.Tenant, row.Account });
        modelBuilder.Entity<RecoveryCodeRecord>().ToTable("recovery_codes").HasKey(row => new { row.Tenant, row.Account, row.CodeHash });
        modelBuilder.Entity<LoginProviderRecord>().ToTable("login_providers").HasKey(row => row.Tenant);
        modelBuilder.Entity<OutsideLoginRecord>().ToTable("outside_logins").HasKey(row => new { row.Tenant, row.Issuer, row.Subject });
        modelBuilder.Entity<EmailDomainRecord>().ToTable("email_domains").HasKey(row => new { row.Tenant, row.Domain });
        modelBuilder.Entity<LoginRulesRecord>().ToTable("login_rules").HasKey(row => row.Tenant);
        modelBuilder.Entity<CommandRecord>().ToTable("commands").HasKey(row => new { row.Tenant, row.Command });
        modelBuilder.Entity<PasskeyRecord>().ToTable("passkeys").HasKey(row => new { row.Tenant, row.CredentialId });
        modelBuilder.Entity<ConsentRecord>().ToTable("consents").HasKey(row => new { row.Tenant, row.Account, row.ClientId });
        modelBuilder.Entity<DirectoryUserRecord>().ToTable("directory_users").HasKey(row => new { row.Tenant, row.Account });
        modelBuilder.Entity<DirectoryGroupRecord>().ToTable("directory_groups").HasKey(row => new { row.Tenant, row.Id });
        modelBuilder.Entity<DirectoryMemberRecord>().ToTable("directory_members").HasKey(row => new { row.Tenant, row.GroupId, row.Account });
        modelBuilder.Entity<DirectorySettingsRecord>().ToTable("directory_settings").HasKey(row => row.Tenant);
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(type => type.GetProperties()))
        {
            property.SetColumnName(WordStart().Replace(property.Name, "_$0").ToLowerInvariant());
        }
    }

    [GeneratedRegex("(?<!^)[A-Z]", RegexOptions.CultureInvariant)]
    private static partial Regex WordStart();

    /// <summary>Instants as milliseconds since 1970: the same on both databases, and they sort.</summary>
    private sealed class InstantConverter() : ValueConverter<DateTimeOffset, long>(
        instant => instant.ToUnixTimeMilliseconds(), number => DateTimeOffset.FromUnixTimeMilliseconds(number));
}
