namespace MentorCloud.Domain.Pairings;

/// <summary>What a pairing can have to do beside its own state.</summary>
public enum PairingEffectKind
{
    /// <summary>Free mentor and mentee of this pairing.</summary>
    ReleaseSlots,

    /// <summary>Tell the mentor's participant that the hours agreed are exceeded (requirement 29).</summary>
    NoteOverload,

    /// <summary>Show an entry whose head is on a page to more people.</summary>
    ShareOnPage,
}
