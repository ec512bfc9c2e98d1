using System.Text.Json;
using MentorCloud.Contracts.Grains;
using MentorCloud.Contracts.Logins;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;
using MentorCloud.Identity.Accounts;
using MentorCloud.Identity.Scim.Users;
using MentorCloud.Identity.Store;
using Microsoft.EntityFrameworkCore;

namespace MentorCloud.Identity.Scim.Groups;

/// <summary>The settings of the directories.</summary>
internal sealed class DirectorySettingsBook(AccountsStore store, DirectoryRoles roles, DirectoryTrail trail, TimeProvider time) : IDirectorySettings
{
    private const int MostGroups = 100;
    private const int MostGroupLength = 200;

    public async Task<DirectorySettings> GetAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        await using var context = await store.OpenAsync(cancellationToken);
        return await DirectoryRoles.SettingsAsync(context, tenant, cancellationToken);
    }

    public async Task<Reply<DirectorySettings>> SetAsync(TenantId tenant, Actor by, DirectorySettings settings, CancellationToken cancellationToken)
    {
        if (Check(settings) is { } refusal)
        {
            return refusal;
        }

        var changed = await store.ChangeAsync(context => SetAsync(context, tenant, settings, cancellationToken), cancellationToken);
        await trail.NoteAsync(by, tenant, $"Tenant/{tenant}/{tenant}", "Directory.SettingsChanged", null, cancellationToken);
        await trail.NoteRolesAsync(by, tenant, changed, cancellationToken);
        return settings;
    }

    private async Task<IReadOnlyList<AccountRecord>> SetAsync(AccountsContext context, TenantId tenant, DirectorySettings settings, CancellationToken cancellationToken)
    {
        var (key, groups) = (tenant.ToString(), JsonSerializer.Serialize(settings.Groups, JsonSerializerOptions.Web));
        var row = await context.DirectorySettings.FirstOrDefaultAsync(each => each.Tenant == key, cancellationToken);
        if (row is null)
        {
            context.DirectorySettings.Add(new DirectorySettingsRecord { Tenant = key, DefaultRoles = settings.DefaultRoles, GroupRoles = groups, ChangedAt = time.GetUtcNow() });
        }
        else
        {
            (row.DefaultRoles, row.GroupRoles, row.ChangedAt) = (settings.DefaultRoles, groups, time.GetUtcNow());
        }

        var provisioned = await context.DirectoryUsers.Where(each => each.Tenant == key && each.DeletedAt == null).Select(each => each.Account).ToListAsync(cancellationToken);
        return await roles.GiveAsync(context, tenant, provisioned, cancellationToken);
    }

    private static Refusal? Check(DirectorySettings settings)
    {
        if (settings.DefaultRoles.HasFlag(Role.PlatformOperator))
        {
            return AccountRules.Invalid("defaultRoles", "No directory makes platform operators.");
        }

        if (settings.Groups.Count > MostGroups)
        {
            return AccountRules.Invalid("groups", $"Name at most {MostGroups} groups.");
        }

        for (var index = 0; index < settings.Groups.Count; index++)
        {
            var group = settings.Groups[index];
            if (group.Group.Length is 0 or > MostGroupLength || group.Group.Any(char.IsControl) || !TryKey(group.Group)
                || settings.Groups.Take(index).Any(other => DirectoryRoles.KeyOf(other.Group) == DirectoryRoles.KeyOf(group.Group)))
            {
                return AccountRules.Invalid($"groups.{index}.group", $"Name each group once, with 1 to {MostGroupLength} characters.");
            }

            if (group.Roles == Role.None || group.Roles.HasFlag(Role.PlatformOperator))
            {
                return AccountRules.Invalid($"groups.{index}.roles", "Give at least one role; no directory makes platform operators.");
            }
        }

        return null;
    }

    /// <summary>Half a character cannot be composed.</summary>
    private static bool TryKey(string name) => !name.Any(char.IsSurrogate) || name.EnumerateRunes().All(rune => rune.Value != 0xFFFD);
}
