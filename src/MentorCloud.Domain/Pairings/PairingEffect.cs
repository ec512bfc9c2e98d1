using MentorCloud.Domain.Privacy;

namespace MentorCloud.Domain.Pairings;

/// <summary>
/// What a pairing still has to do to its participants, or to its pages. It is committed with the decision that asked for it and removed
/// when it was done, so that no crash can lose it; doing it twice is safe.
/// </summary>
/// <param name="Kind">What.</param>
/// <param name="Until">For an overload: until when the mentor takes nobody else, UTC; null otherwise.</param>
public sealed record PairingEffect(PairingEffectKind Kind, DateTimeOffset? Until = null)
{
    /// <summary>For an entry on a page: which; null otherwise.</summary>
    public int? Entry { get; init; }

    /// <summary>For an entry on a page: who may see it now; null otherwise.</summary>
    public Visibility? Visibility { get; init; }
}
