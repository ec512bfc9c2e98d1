using MentorCloud.Domain.Pairings.Forgetting;

namespace MentorCloud.Domain.Pairings.Confided;

/// <summary>
/// Takes the words that people wrote out of a pairing, or out of one of its pages, and puts them back. Where a word stood, its
/// side and its place among that side's words are left. What is erased stays as it is: it is nobody's word.
/// </summary>
public static class PairingWords
{
    /// <summary>What stands where a word is not for the viewer.</summary>
    public const string Withheld = "[withheld]";

    /// <summary>Takes the words out of a pairing.</summary>
    /// <param name="state">The pairing, in plain.</param>
    /// <param name="known">Words taken before: a milestone's title stays its first writer's when its contract has gone to a page.</param>
    /// <returns>The pairing without words, and the words.</returns>
    public static (PairingState Bare, SideWords Words) Take(PairingState state, SideWords known)
    {
        var taking = new WordTaking(state.Contracts, known);
        return (WordPlaces.Rewrite(state, taking.Take), taking.Words);
    }

    /// <summary>Takes the words out of a page.</summary>
    /// <param name="page">The page, in plain.</param>
    /// <param name="known">The pairing's words.</param>
    /// <returns>The page without words, and the words.</returns>
    public static (PairingPage Bare, SideWords Words) Take(PairingPage page, SideWords known)
    {
        var taking = new WordTaking(page.Contracts, known);
        return (WordPlaces.Rewrite(page, taking.Take), taking.Words);
    }

    /// <summary>Puts the words back; words whose key was destroyed read as erased.</summary>
    /// <param name="bare">The pairing without words.</param>
    /// <param name="words">Its words.</param>
    /// <returns>The pairing, in plain.</returns>
    public static PairingState Put(PairingState bare, SideWords words) =>
        WordPlaces.Rewrite(bare, (place, _, _) => Put(place, words)) with { Words = null };

    /// <summary>Puts the words back; words whose key was destroyed read as erased.</summary>
    /// <param name="bare">The page without words.</param>
    /// <param name="words">Its words.</param>
    /// <returns>The page, in plain.</returns>
    public static PairingPage Put(PairingPage bare, SideWords words) =>
        WordPlaces.Rewrite(bare, (place, _, _) => Put(place, words)) with { Words = null };

    /// <summary>The pairing without a word, for who may see how it stands and nothing that anybody wrote.</summary>
    /// <param name="state">The pairing, in plain.</param>
    /// <returns>The pairing; each word reads <see cref="Withheld"/>.</returns>
    public static PairingState Withhold(PairingState state) => WordPlaces.Rewrite(state, (_, _, _) => Withheld);

    /// <summary>A page without a word, likewise.</summary>
    /// <param name="page">The page, in plain.</param>
    /// <returns>The page.</returns>
    public static PairingPage Withhold(PairingPage page) => WordPlaces.Rewrite(page, (_, _, _) => Withheld);

    private static string Put(string place, SideWords words)
    {
        if (WordTaking.Stays(place))
        {
            return place;
        }

        var (side, number) = WordTaking.Read(place);
        var all = words.Of(side);
        return all.IsDefault ? TextForgetting.Gone : all[number];
    }
}
