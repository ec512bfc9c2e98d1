namespace MentorCloud.Contracts.Views;

/// <summary>Orders of pairing lists; ties by id.</summary>
public enum PairingOrder
{
    /// <summary>By time of publication.</summary>
    CreatedAt,

    /// <summary>By matching score.</summary>
    Score,

    /// <summary>By the next check-in's due time; those without one last.</summary>
    NextCheckInDue,

    /// <summary>By how they stand, best first.</summary>
    Health,
}
