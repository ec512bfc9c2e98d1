using System.Collections.Immutable;

namespace MentorCloud.Domain.Pairings.Confided;

/// <summary>The words of a pairing's two sides, in plain: what is sealed before it is stored.</summary>
/// <param name="Mentor">Each of the mentor's words once, in the order in which they stand; default (a null array) when their key was destroyed.</param>
/// <param name="Mentee">The mentee's, likewise.</param>
public sealed record SideWords(ImmutableArray<string> Mentor, ImmutableArray<string> Mentee)
{
    /// <summary>Nobody wrote anything.</summary>
    public static SideWords None { get; } = new([], []);

    /// <summary>One side's words.</summary>
    /// <param name="side">The side.</param>
    /// <returns>The words; a null array when their key was destroyed.</returns>
    public ImmutableArray<string> Of(PairingSide side) => side == PairingSide.Mentor ? Mentor : Mentee;
}
