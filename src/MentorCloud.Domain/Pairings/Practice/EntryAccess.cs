using MentorCloud.Domain.Access;
using MentorCloud.Domain.Privacy;

namespace MentorCloud.Domain.Pairings.Practice;

/// <summary>Who may read, move and hand over entries.</summary>
public static class EntryAccess
{
    /// <summary>Whether a viewer may see an entry.</summary>
    /// <param name="state">The pairing.</param>
    /// <param name="actor">Who looks.</param>
    /// <param name="entry">The entry.</param>
    /// <returns>True when the viewer may.</returns>
    public static bool MaySee(PairingState state, Actor actor, Entry entry) =>
        PairingAccess.MaySee(state, actor, entry.Visibility, entry.Author);

    /// <summary>Whether the mentee may pass an entry on: their own, or what the pair shares.</summary>
    /// <param name="entry">The entry.</param>
    /// <returns>True when they may.</returns>
    public static bool MayHandOver(Entry entry) => entry.Author == PairingSide.Mentee || entry.Visibility != Visibility.Author;
}
