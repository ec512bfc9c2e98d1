using System.Collections.Immutable;

namespace MentorCloud.Domain.Pairings.Forgetting;

/// <summary>Removes what was written from a pairing; the system's alone, for an erasure or at the end of the tenant's retention time.</summary>
/// <param name="Side">Whose words; null for everybody's.</param>
public sealed record ForgetTexts(PairingSide? Side) : PairingCommand
{
    /// <summary>Words of that side that the state alone does not show to be theirs: titles of milestones whose contract is on a page. The grain knows them.</summary>
    public ImmutableArray<string> Titles { get; init; } = [];
}
