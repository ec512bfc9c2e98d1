using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.Contracts.Access;

/// <summary>
/// Remembers commands that no single grain remembers: on accounts and logins, imports, and sessions of several pairings.
/// A command is kept for 30 days, with a hash of its input.
/// </summary>
public interface ICommandBook
{
    /// <summary>Looks a command up.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="command">The command; <c>default</c> is never known.</param>
    /// <param name="input">Everything that it asked for.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>What was noted of it, or IDEMPOTENCY_KEY_REUSED when it came with another input; both null when it is new.</returns>
    Task<(string? Subject, Refusal? Refusal)> FindAsync(TenantId tenant, CommandId command, string input, CancellationToken cancellationToken);

    /// <summary>Notes a command; noting it again changes nothing.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="command">The command.</param>
    /// <param name="input">Everything that it asks for.</param>
    /// <param name="subject">What a repetition needs to know; no personal data but ids.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>Completes when it is durable.</returns>
    Task NoteAsync(TenantId tenant, CommandId command, string input, string subject, CancellationToken cancellationToken);
}
