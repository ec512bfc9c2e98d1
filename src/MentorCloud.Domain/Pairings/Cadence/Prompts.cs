using System.Collections.Immutable;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Pairings.Cadence;

/// <summary>The calendar of reflective prompts (requirement 36). A cohort's kit may bring its own texts for the same places.</summary>
public static class Prompts
{
    /// <summary>The prompts, in order of their places.</summary>
    public static ImmutableArray<string> All { get; } =
    [
        "Which decision of the last weeks would you take differently, and why?",
        "What did you avoid saying, and what would have happened had you said it?",
        "Where did you see your mentor's advice fail to fit, and what did you do instead?",
        "Which assumption of yours turned out wrong?",
        "Whose view do you miss when you decide?",
        "What did you delegate, and what did you keep that you could have delegated?",
        "When were you most yourself as a leader, and what made it possible?",
        "What small win deserves to be noticed?",
        "Which risk did you weigh too lightly, which too heavily?",
        "What would your team say that you should stop doing?",
        "What have you learnt from somebody you disagree with?",
        "If the programme ended tomorrow, what would you keep doing?",
    ];

    /// <summary>The text of a pairing's n-th prompt: the cohort's own calendar, or the built-in one.</summary>
    /// <param name="pairing">The pairing.</param>
    /// <param name="number">1, 2, 3 ...</param>
    /// <param name="own">The prompts of the cohort's kit, at least two; empty for the built-in ones.</param>
    /// <returns>The text; never the same as the one before.</returns>
    public static string TextOf(PairingId pairing, int number, ImmutableArray<string> own) => own.IsDefaultOrEmpty
        ? All[PlaceOf(pairing, number)]
        : own[(pairing.Value.ToByteArray()[^1] + number) % own.Length];

    /// <summary>Which prompt a pairing's n-th one is: each pairing begins elsewhere, and no prompt comes twice running.</summary>
    /// <param name="pairing">The pairing.</param>
    /// <param name="number">1, 2, 3 ...</param>
    /// <returns>A place in <see cref="All"/>.</returns>
    public static int PlaceOf(PairingId pairing, int number)
    {
        // Steps of five visit all twelve places before one comes again.
        var first = pairing.Value.ToByteArray()[^1];
        return (first + (5 * number)) % All.Length;
    }
}
