using MentorCloud.Contracts.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;
using MentorCloud.Identity.Store;
using MentorCloud.Identity.Text;
using Microsoft.EntityFrameworkCore;

namespace MentorCloud.Identity.Accounts;

/// <summary>
/// Commands whose repetition must not do things twice. The row of one that makes clients or secrets or sends invitations is
/// written with what it does, in one transaction; others note theirs afterwards. Kept for 30 days.
/// </summary>
internal sealed class CommandBook(AccountsStore store, TimeProvider time) : ICommandBook
{
    private static readonly Refusal Reused = new(
        ErrorCodes.IdempotencyKeyReused, "The idempotency key was used before with another input. Use a new one.", "idempotencyKey");

    /// <summary>What the command made when it came before, or why it cannot be the same; both null when it is new or has no name.</summary>
    public async Task<(string? Subject, Refusal? Refusal)> FindAsync(TenantId tenant, CommandId command, string input, CancellationToken cancellationToken)
    {
        if (command == default)
        {
            return (null, null);
        }

        var (key, name) = (tenant.ToString(), command.ToString());
        await using var context = await store.OpenAsync(tenant, cancellationToken);
        var row = await context.Commands.AsNoTracking().FirstOrDefaultAsync(one => one.Tenant == key && one.Command == name, cancellationToken);
        return row is null ? (null, null) : row.Input == Secrets.Hash(input) ? (row.Subject, null) : (null, Reused);
    }

    /// <summary>Whether the command's letter is known to have left.</summary>
    public async Task<bool> HasMailedAsync(TenantId tenant, CommandId command, CancellationToken cancellationToken)
    {
        var (key, name) = (tenant.ToString(), LetterOf(command));
        await using var context = await store.OpenAsync(tenant, cancellationToken);
        return await context.Commands.AnyAsync(one => one.Tenant == key && one.Command == name, cancellationToken);
    }

    /// <summary>Notes that the command's letter has left; for a command without a name, nothing.</summary>
    public async Task NoteMailedAsync(TenantId tenant, CommandId command, AccountId account, CancellationToken cancellationToken)
    {
        if (command == default)
        {
            return;
        }

        // Where the same command came twice at once, both sent the same letter.
        await AddAsync(tenant, Row(tenant, LetterOf(command), string.Empty, account.ToString()), cancellationToken);
    }

    /// <inheritdoc/>
    public Task NoteAsync(TenantId tenant, CommandId command, string input, string subject, CancellationToken cancellationToken) =>
        AddAsync(tenant, Row(tenant, command.ToString(), input, subject), cancellationToken);

    /// <summary>Adds the command's row to what is about to be saved.</summary>
    public void Note(AccountsContext context, TenantId tenant, CommandId command, string input, string subject)
    {
        if (command != default)
        {
            context.Commands.Add(Row(tenant, command.ToString(), input, subject));
        }
    }

    private async Task AddAsync(TenantId tenant, CommandRecord row, CancellationToken cancellationToken)
    {
        await using var context = await store.OpenAsync(tenant, cancellationToken);
        context.Commands.Add(row);
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (UniqueIndex.IsViolatedBy(exception))
        {
            // The same command came twice at once, and the other was first.
        }
    }

    private static string LetterOf(CommandId command) => $"{command}/letter";

    private CommandRecord Row(TenantId tenant, string command, string input, string subject) => new()
    {
        Tenant = tenant.ToString(), Command = command, Subject = subject, Input = Secrets.Hash(input), DoneAt = time.GetUtcNow(),
    };
}
