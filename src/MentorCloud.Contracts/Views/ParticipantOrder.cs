namespace MentorCloud.Contracts.Views;

/// <summary>Orders of participant lists; ties by id.</summary>
public enum ParticipantOrder
{
    /// <summary>By name.</summary>
    Name,

    /// <summary>By time of registration.</summary>
    RegisteredAt,
}
