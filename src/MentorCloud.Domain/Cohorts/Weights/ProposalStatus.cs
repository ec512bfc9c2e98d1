namespace MentorCloud.Domain.Cohorts.Weights;

/// <summary>What became of proposed weights.</summary>
public enum ProposalStatus
{
    /// <summary>Nobody has decided.</summary>
    Open,

    /// <summary>A person took them over.</summary>
    Approved,

    /// <summary>A person did not want them.</summary>
    Rejected,
}
