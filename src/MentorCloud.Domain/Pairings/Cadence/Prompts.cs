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

    /// <summary>Whether a prompt on the schedule has no text yet: then <see cref="Ask"/> is to be called.</summary>
    /// <param name="state">The pairing as decided.</param>
    /// <returns>True when one has none.</returns>
    public static bool AreUnasked(PairingState state) => state.Duties.Any(IsUnasked);

    /// <summary>
    /// Gives every prompt without a text its own, in the order in which they were scheduled. A text once given stays: a kit that
    /// is revised counts from the next prompt on. None is the same as the one before, whatever was revised in between.
    /// </summary>
    /// <param name="state">The pairing as decided.</param>
    /// <param name="own">The prompts of the cohort's kit as they are now, at least two; empty for the built-in ones.</param>
    /// <returns>The pairing; grows with its duties, of which there are at most some fifty.</returns>
    public static PairingState Ask(PairingState state, ImmutableArray<string> own)
    {
        var (duties, last) = (state.Duties.ToBuilder(), state.LastPrompt);
        for (var place = 0; place < duties.Count; place++)
        {
            if (IsUnasked(duties[place]))
            {
                last = Next(state.Id, duties[place].Number, own, last);
                duties[place] = duties[place] with { PromptText = last };
            }
        }

        return state with { Duties = duties.ToImmutable(), LastPrompt = last };
    }

    /// <summary>The text of a pairing's n-th prompt by the calendar alone: the cohort's own, or the built-in one.</summary>
    /// <param name="pairing">The pairing.</param>
    /// <param name="number">1, 2, 3 ...</param>
    /// <param name="own">The prompts of the cohort's kit, at least two; empty for the built-in ones.</param>
    /// <returns>The text; in one calendar never the same as the one before.</returns>
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

    private static bool IsUnasked(Duty duty) => duty is { Kind: DutyKind.Prompt, PromptText: null };

    /// <summary>In one calendar two places running never hold the same, so the next place is another one.</summary>
    private static string Next(PairingId pairing, int number, ImmutableArray<string> own, string? last)
    {
        var text = TextOf(pairing, number, own);
        return string.Equals(text, last, StringComparison.OrdinalIgnoreCase) ? TextOf(pairing, number + 1, own) : text;
    }
}
