using MentorCloud.Domain.Privacy;

namespace MentorCloud.Domain.Pairings.Confided;

/// <summary>
/// The words of a pairing's two sides as they are stored: a block for each, under that person's key, so that destroying one key
/// takes what that person wrote and nothing else (docs/adr/0096).
/// </summary>
/// <param name="Mentor">The mentor's words, one after the other; null when there are none.</param>
/// <param name="Mentee">The mentee's, likewise.</param>
public sealed record SealedWords(SealedText? Mentor, SealedText? Mentee)
{
    /// <summary>Nobody wrote anything.</summary>
    public static SealedWords None { get; } = new(null, null);

    /// <summary>One side's block.</summary>
    /// <param name="side">The side.</param>
    /// <returns>The block; null when there are no words.</returns>
    public SealedText? Of(PairingSide side) => side == PairingSide.Mentor ? Mentor : Mentee;
}
