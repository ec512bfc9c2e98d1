using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.Contracts.Grains;

/// <summary>What a command came to, of a grain or of the accounts: a value, or a coded refusal that changed nothing.</summary>
/// <typeparam name="TValue">The value.</typeparam>
/// <param name="Value">The value; null when refused.</param>
/// <param name="Refusal">Why not; null when answered.</param>
public sealed record Reply<TValue>(TValue? Value, Refusal? Refusal)
    where TValue : class
{
    /// <summary>Whether it was refused.</summary>
    [JsonIgnore]
    [MemberNotNullWhen(true, nameof(Refusal))]
    [MemberNotNullWhen(false, nameof(Value))]
    public bool IsRefused => Refusal is not null;

    /// <summary>Answers.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator Reply<TValue>(TValue value) => new(value, null);

    /// <summary>Refuses.</summary>
    /// <param name="refusal">Why.</param>
    public static implicit operator Reply<TValue>(Refusal refusal) => new(null, refusal);

    /// <summary>Refuses; the named form of the conversion.</summary>
    /// <param name="refusal">Why.</param>
    /// <returns>A refusal.</returns>
    public static Reply<TValue> FromRefusal(Refusal refusal) => refusal;

    /// <summary>The value of an answer that cannot be refused, or that the caller cannot go on without.</summary>
    /// <returns>The value.</returns>
    /// <exception cref="RefusedException">It was refused.</exception>
    public TValue OrThrow() => Refusal is null ? Value! : throw new RefusedException(Refusal);
}
