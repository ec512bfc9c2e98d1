namespace MentorCloud.Domain.Pairings.Cadence;

/// <summary>What a pairing owes at times: all of it by one schedule model (docs/adr/0061).</summary>
public enum DutyKind
{
    /// <summary>Signing the learning contract, after publication.</summary>
    ContractSignature,

    /// <summary>A check-in by the contract's cadence (requirement 32).</summary>
    CheckIn,

    /// <summary>The monthly alignment check by both (requirement 33).</summary>
    AlignmentCheck,

    /// <summary>The midcourse correction at half time (requirement 34).</summary>
    Midcourse,

    /// <summary>The quarterly review of the development plan (requirement 35).</summary>
    PlanReview,

    /// <summary>A reflective prompt (requirement 36).</summary>
    Prompt,

    /// <summary>The psychological-safety pulse (requirement 55).</summary>
    SafetyPulse,

    /// <summary>The decision at the end of the term (requirement 39); never missed, reminded until it is taken.</summary>
    EndOfTerm,
}
