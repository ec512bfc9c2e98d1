namespace MentorCloud.Domain.Pairings;

/// <summary>Where a pairing is in its life.</summary>
public enum PairingStage
{
    /// <summary>Prepared by a round that is not published yet; visible to nobody.</summary>
    Prepared,

    /// <summary>Published; the learning contract is being drawn up and signed.</summary>
    Contracting,

    /// <summary>The contract is signed by both; cadence runs.</summary>
    Active,

    /// <summary>Over.</summary>
    Ended,

    /// <summary>The round that prepared it was released; as if it had never been.</summary>
    Released,

    /// <summary>Resting until a day that both know; no duty falls due.</summary>
    Paused,
}
