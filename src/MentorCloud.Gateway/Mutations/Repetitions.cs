using System.Runtime.CompilerServices;
using System.Text.Json;
using MentorCloud.Contracts.Access;
using MentorCloud.Contracts.Grains;
using MentorCloud.Gateway.Access;

namespace MentorCloud.Gateway.Mutations;

/// <summary>
/// For mutations that no single grain remembers: what was done under a key is not done again, and another input is refused.
/// A refused mutation leaves its key free; one that a crash cut off is done again, so each must bear that.
/// </summary>
internal sealed class Repetitions(ICommandBook book)
{
    /// <summary>Does it, or answers a repetition.</summary>
    /// <param name="caller">Who asks; whether they may is asked before.</param>
    /// <param name="key">The idempotency key.</param>
    /// <param name="input">The mutation's whole input.</param>
    /// <param name="change">Does it.</param>
    /// <param name="read">Answers without doing it.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <param name="mutation">The mutation.</param>
    /// <exception cref="Domain.Refusals.RefusedException">INPUT_INVALID, UNAUTHENTICATED.</exception>
    public Task<Reply<TValue>> RunAsync<TValue>(
        Caller caller, string key, object input, Func<Task<Reply<TValue>>> change, Func<Task<Reply<TValue>>> read,
        CancellationToken cancellationToken, [CallerMemberName] string mutation = "")
        where TValue : class =>
        RunAsync(caller, key, input, change, static _ => string.Empty, _ => read(), cancellationToken, mutation);

    /// <summary>The same, with a note by which a repetition is answered.</summary>
    public async Task<Reply<TValue>> RunAsync<TValue>(
        Caller caller, string key, object input, Func<Task<Reply<TValue>>> change, Func<TValue, string> note, Func<string, Task<Reply<TValue>>> read,
        CancellationToken cancellationToken, [CallerMemberName] string mutation = "")
        where TValue : class
    {
        var (command, words) = (caller.Command(key), Words(mutation, input));
        var (noted, refusal) = await book.FindAsync(caller.Tenant, command, words, cancellationToken);
        if (refusal is not null || noted is not null)
        {
            return refusal ?? await read(noted!);
        }

        var reply = await change();
        if (reply.Value is { } value)
        {
            await book.NoteAsync(caller.Tenant, command, words, note(value), cancellationToken);
        }

        return reply;
    }

    /// <summary>An input as one text.</summary>
    public static string Words(string mutation, object input) => $"{mutation}|{JsonSerializer.Serialize(input, input.GetType())}";
}
