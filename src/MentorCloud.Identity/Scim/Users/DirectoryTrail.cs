using System.Text.Json;
using MentorCloud.Contracts.Audit;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Identity.Store;

namespace MentorCloud.Identity.Scim.Users;

/// <summary>Writes what the directory does into the tenant's audit log: names of attributes, never their values.</summary>
internal sealed class DirectoryTrail(IAuditLog log, TimeProvider time)
{
    /// <summary>Notes a change of a user, and what came of it.</summary>
    public Task NoteAsync(Actor by, UserChange change, string action, CancellationToken cancellationToken)
    {
        (bool Happened, string Action)[] more =
            [(change.IsClosed, "Account.Closed"), (change.IsReopened, "Account.Reopened"), (change.RolesChanged, "Account.RolesChanged")];
        var detail = change.Changed.Count == 0 ? null : JsonSerializer.Serialize(new { changed = change.Changed });
        return AppendAsync(by, EntityId.Parse<TenantId>(change.Account.Tenant),
            [Entry(by, change.Account, action, detail), .. more.Where(each => each.Happened).Select(each => Entry(by, change.Account, each.Action, null))], cancellationToken);
    }

    /// <summary>Notes that accounts have other roles now.</summary>
    public Task NoteRolesAsync(Actor by, TenantId tenant, IEnumerable<AccountRecord> accounts, CancellationToken cancellationToken) =>
        AppendAsync(by, tenant, [.. accounts.Select(account => Entry(by, account, "Account.RolesChanged", null))], cancellationToken);

    /// <summary>Notes something of the tenant or of one of its groups.</summary>
    public Task NoteAsync(Actor by, TenantId tenant, string subject, string action, string? detail, CancellationToken cancellationToken) =>
        AppendAsync(by, tenant, [new AuditEntry(time.GetUtcNow(), by.ToString(), action, subject, null, detail)], cancellationToken);

    private Task AppendAsync(Actor by, TenantId tenant, IReadOnlyList<AuditEntry> entries, CancellationToken cancellationToken) =>
        entries.Count == 0 ? Task.CompletedTask : log.AppendAllAsync(tenant, entries, cancellationToken);

    private AuditEntry Entry(Actor by, AccountRecord account, string action, string? detail) => new(
        time.GetUtcNow(), by.ToString(), action, $"Account/{account.Tenant}/{account.Id}",
        EntityId.TryParse<ParticipantId>(account.Participant, out var person) ? person : null, detail);
}
