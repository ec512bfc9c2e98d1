using System.Text.Json.Nodes;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Identity.Accounts;
using MentorCloud.Identity.Scim.Http;
using MentorCloud.Identity.Store;
using Microsoft.EntityFrameworkCore;

namespace MentorCloud.Identity.Scim.Users;

/// <summary>What the directory says of an account, written into its rows; and what nobody else may have besides.</summary>
internal static class UserEntries
{
    /// <summary>The entry of an account that the directory had not touched.</summary>
    public static DirectoryUserRecord New(AccountRecord account, JsonObject document, DateTimeOffset now) => new()
    {
        Tenant = account.Tenant, Account = account.Id, UserName = document["userName"]!.ToString(), UserNameKey = document["userName"]!.ToString().ToLowerInvariant(),
        ExternalId = document["externalId"]?.ToString(), Document = UserDocument.ToStored(document), CreatedAt = account.CreatedAt, ModifiedAt = now,
    };

    /// <summary>Writes the document into both rows; whether the account is open is not touched.</summary>
    public static void Write(AccountRecord account, DirectoryUserRecord entry, JsonObject document, UserValues values, DateTimeOffset now)
    {
        (account.Email, account.EmailKey) = (values.Email.Text, values.Email.Key);
        (account.DisplayName, account.NameKey) = (values.DisplayName, values.DisplayName.ToLowerInvariant());
        (entry.UserName, entry.UserNameKey, entry.ExternalId) = (values.UserName, values.UserNameKey, values.ExternalId);
        (entry.Document, entry.ModifiedAt) = (UserDocument.ToStored(document), now);
    }

    /// <summary>Leaves work to be done for the person.</summary>
    public static void Leave(DirectoryUserRecord entry, DirectoryWork work) => (entry.Work, entry.Turn) = (work, entry.Turn + 1);

    /// <summary>Refuses a name or id that another user has.</summary>
    /// <exception cref="ScimRefusedException">uniqueness.</exception>
    public static async Task RequireFreeAsync(AccountsContext context, TenantId tenant, string? self, UserValues values, CancellationToken cancellationToken)
    {
        var (key, name) = (tenant.ToString(), values.UserNameKey);
        var entries = context.DirectoryUsers.AsNoTracking().Where(row => row.Tenant == key && row.Account != self && row.DeletedAt == null);
        if (await entries.AnyAsync(row => row.UserNameKey == name, cancellationToken)
            || await IsNameOfOtherAsync(context, key, self, name, cancellationToken))
        {
            throw new ScimRefusedException(ScimRefusal.Taken("userName"));
        }

        if (values.ExternalId is { } external && await entries.AnyAsync(row => row.ExternalId == external, cancellationToken))
        {
            throw new ScimRefusedException(ScimRefusal.Taken("externalId"));
        }
    }

    /// <summary>An account that the directory has not touched goes by its address.</summary>
    private static Task<bool> IsNameOfOtherAsync(AccountsContext context, string tenant, string? self, string name, CancellationToken cancellationToken) =>
        context.Accounts.AnyAsync(
            row => row.Tenant == tenant && row.Id != self && row.EmailKey == name && row.ClosedAt == null
                && !context.DirectoryUsers.Any(entry => entry.Tenant == row.Tenant && entry.Account == row.Id),
            cancellationToken);

    /// <summary>The refusal of an address that another open account has.</summary>
    public static async Task RequireFreeAddressAsync(AccountsContext context, AccountRecord account, CancellationToken cancellationToken)
    {
        if (await context.Accounts.AsNoTracking().AnyAsync(
            row => row.Tenant == account.Tenant && row.Id != account.Id && row.EmailKey == account.EmailKey && row.ClosedAt == null, cancellationToken))
        {
            throw new ScimRefusedException(new ScimRefusal(409, AccountCreation.EmailTaken.Code, AccountCreation.EmailTaken.Message, "uniqueness", "emails"));
        }
    }
}
