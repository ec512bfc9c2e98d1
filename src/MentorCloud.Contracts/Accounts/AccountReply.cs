using System.Diagnostics.CodeAnalysis;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.Contracts.Accounts;

/// <summary>What an account command came to: a value, or a coded refusal that changed nothing.</summary>
/// <typeparam name="T">What is answered.</typeparam>
public sealed class AccountReply<T>
    where T : class
{
    private AccountReply(T? value, Refusal? refusal)
    {
        Value = value;
        Refusal = refusal;
    }

    /// <summary>The answer; null when refused.</summary>
    public T? Value { get; }

    /// <summary>Why not; null when accepted.</summary>
    public Refusal? Refusal { get; }

    /// <summary>Whether it was refused.</summary>
    [MemberNotNullWhen(true, nameof(Refusal))]
    [MemberNotNullWhen(false, nameof(Value))]
    public bool IsRefused => Refusal is not null;

    /// <summary>Accepts with a value.</summary>
    /// <param name="value">The answer.</param>
    public static implicit operator AccountReply<T>(T value) => new(value, null);

    /// <summary>Refuses.</summary>
    /// <param name="refusal">Why.</param>
    public static implicit operator AccountReply<T>(Refusal refusal) => new(null, refusal);

    /// <summary>Accepts with a value; the named form of the conversion.</summary>
    /// <param name="value">The answer.</param>
    /// <returns>An accepted reply.</returns>
    public static AccountReply<T> ToAccountReply(T value) => value;
}
