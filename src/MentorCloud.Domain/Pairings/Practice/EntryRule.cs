using System.Collections.Immutable;
using MentorCloud.Domain.Privacy;

namespace MentorCloud.Domain.Pairings.Practice;

/// <summary>What one kind of entry asks for.</summary>
/// <param name="Asked">Texts that must be there when it is written.</param>
/// <param name="Possible">Texts that may be there at any time.</param>
/// <param name="AskedAtEnd">Texts that must be there when it is finished; empty for kinds that are finished when written.</param>
/// <param name="Least">The narrowest visibility.</param>
/// <param name="Most">The widest visibility.</param>
/// <param name="Needs">Which other fields must be there.</param>
internal sealed record EntryRule(
    ImmutableArray<string> Asked,
    ImmutableArray<string> Possible,
    ImmutableArray<string> AskedAtEnd,
    Visibility Least,
    Visibility Most,
    EntryNeeds Needs)
{
    public bool IsFollowedUp => !AskedAtEnd.IsEmpty;

    /// <summary>Whether it may have a field: what it must have, owner and day when it is followed up, and when it happened when it is not.</summary>
    public bool Takes(EntryNeeds need) => Needs.HasFlag(need)
        || (need is EntryNeeds.Owner or EntryNeeds.DueOn && IsFollowedUp) || (need == EntryNeeds.HappenedAt && !IsFollowedUp);

    public bool Knows(string field) =>
        Asked.Contains(field) || Possible.Contains(field) || AskedAtEnd.Contains(field) || (IsFollowedUp && field == "reason");
}
