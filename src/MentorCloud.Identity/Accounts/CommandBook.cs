using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;
using MentorCloud.Identity.Store;
using MentorCloud.Identity.Text;
using Microsoft.EntityFrameworkCore;

namespace MentorCloud.Identity.Accounts;

/// <summary>
/// Commands whose repetition must not do things twice: making clients and secrets, sending invitations. The row of a
/// command is written with what it does, in one transaction; kept for 30 days.
/// </summary>
internal sealed class CommandBook(AccountsStore store, TimeProvider time)
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
        await using var context = await store.OpenAsync(cancellationToken);
        var row = await context.Commands.AsNoTracking().FirstOrDefaultAsync(one => one.Tenant == key && one.Command == name, cancellationToken);
        return row is null ? (null, null) : row.Input == Secrets.Hash(input) ? (row.Subject, null) : (null, Reused);
    }

    /// <summary>Whether the command's letter is known to have left.</summary>
    public async Task<bool> HasMailedAsync(TenantId tenant, CommandId command, CancellationToken cancellationToken)
    {
        var (key, name) = (tenant.ToString(), LetterOf(command));
        await using var context = await store.OpenAsync(cancellationToken);
        return await context.Commands.AnyAsync(one => one.Tenant == key && one.Command == name, cancellationToken);
    }

    /// <summary>Notes that the command's letter has left; for a command without a name, nothing.</summary>
    public async Task NoteMailedAsync(TenantId tenant, CommandId command, AccountId account, CancellationToken cancellationToken)
    {
        if (command == default)
        {
            return;
        }

        await using var context = await store.OpenAsync(cancellationToken);
        context.Commands.Add(Row(tenant, LetterOf(command), string.Empty, account.ToString()));
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (UniqueIndex.IsViolatedBy(exception))
        {
            // The same command came twice at once; both sent the same letter.
        }
    }

    /// <summary>Adds the command's row to what is about to be saved.</summary>
    public void Note(AccountsContext context, TenantId tenant, CommandId command, string input, string subject)
    {
        if (command != default)
        {
            context.Commands.Add(Row(tenant, command.ToString(), input, subject));
        }
    }

    private static string LetterOf(CommandId command) => $"{command}/letter";

    private CommandRecord Row(TenantId tenant, string command, string input, string subject) => new()
    {
        Tenant = tenant.ToString(), Command = command, Subject = subject, Input = Secrets.Hash(input), DoneAt = time.GetUtcNow(),
    };
}
