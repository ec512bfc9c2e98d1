namespace MentorCloud.Domain.Refusals;

/// <summary>An expected "no": what was wrong, where, and what the person can do about it.</summary>
/// <param name="Code">A code from <see cref="ErrorCatalogue"/>, e.g. <c>PAIRING_CONTRACT_UNSIGNED</c>; stable for integrators.</param>
/// <param name="Message">One sentence in English that a person can act on; never holds confided text.</param>
/// <param name="Field">Path of the input field at fault, outermost first; null when the refusal is about no single field.</param>
public sealed record Refusal(string Code, string Message, string? Field = null)
{
    /// <summary>What kind of "no" it is; edges map the kind to their wire once.</summary>
    public RefusalKind Kind => ErrorCatalogue.KindOf(Code);
}
