namespace MentorCloud.Domain.Pairings;

/// <summary>What a pairing can have to do to its participants.</summary>
public enum PairingEffectKind
{
    /// <summary>Free mentor and mentee of this pairing.</summary>
    ReleaseSlots,

    /// <summary>Tell the mentor's participant that the hours agreed are exceeded (requirement 29).</summary>
    NoteOverload,
}
