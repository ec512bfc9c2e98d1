namespace MentorCloud.Matching;

/// <summary>
/// Refusal of an input that no answer exists for, with a stable code and a sentence that says what to change.
/// Codes are the constants of <see cref="MatchingErrors"/>.
/// </summary>
/// <param name="code">One of <see cref="MatchingErrors"/>.</param>
/// <param name="message">What is wrong and what to do next.</param>
public sealed class MatchingException(string code, string message) : Exception(message)
{
    /// <summary>Stable code, one of <see cref="MatchingErrors"/>.</summary>
    public string Code { get; } = code;
}
