namespace MentorCloud.Domain.Refusals;

/// <summary>
/// Carries a refusal through code whose return type has no place for one: the policy filter in front of a grain, a
/// view query, a file reader. Edges unwrap it; it is never logged as an error.
/// </summary>
/// <param name="refusal">The refusal that travels.</param>
public sealed class RefusedException(Refusal refusal) : Exception($"{refusal.Code}: {refusal.Message}")
{
    /// <summary>The refusal that travels.</summary>
    public Refusal Refusal { get; } = refusal;
}
