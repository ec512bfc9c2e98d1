using System.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace MentorCloud.Identity.Store;

/// <summary>Changes that look before they write, in one transaction that nobody else's change can slip into.</summary>
internal static class SerialWrites
{
    /// <summary>PostgreSQL lets two such transactions run at once and takes one back when they meet: it is tried so often.</summary>
    private const int Most = 5;

    /// <summary>Runs the change and commits what it did to the context; an exception leaves nothing written.</summary>
    public static async Task<T> ChangeAsync<T>(this AccountsStore store, Func<AccountsContext, Task<T>> change, CancellationToken cancellationToken)
    {
        for (var turn = 1; ; turn++)
        {
            try
            {
                await using var context = await store.OpenAsync(cancellationToken);
                await using var transaction = await context.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellationToken);
                var result = await change(context);
                await context.SaveChangesAsync(cancellationToken);
                await transaction.CommitAsync(cancellationToken);
                return result;
            }
            catch (Exception exception) when (turn < Most && WasTakenBack(exception))
            {
                // The other one has committed; this one looks anew.
            }
        }
    }

    private static bool WasTakenBack(Exception exception) =>
        (exception as PostgresException ?? exception.InnerException as PostgresException ?? exception.InnerException?.InnerException as PostgresException)
            is { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected };
}
