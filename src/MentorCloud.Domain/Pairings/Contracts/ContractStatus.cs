namespace MentorCloud.Domain.Pairings.Contracts;

/// <summary>Where a contract version is in its life (requirement 27).</summary>
public enum ContractStatus
{
    /// <summary>Being written; either side may change it.</summary>
    Draft,

    /// <summary>Proposed: complete, unchangeable, waiting for both signatures.</summary>
    Proposed,

    /// <summary>Signed by both and in force.</summary>
    Active,

    /// <summary>Was in force until a later version; stays readable.</summary>
    Superseded,

    /// <summary>Was proposed and taken back before both had signed; stays readable.</summary>
    Withdrawn,
}
