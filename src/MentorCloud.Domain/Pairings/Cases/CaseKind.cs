namespace MentorCloud.Domain.Pairings.Cases;

/// <summary>What can wait for those who run the program.</summary>
public enum CaseKind
{
    /// <summary>An escalation that one side opened.</summary>
    Escalation,

    /// <summary>A side's request for another partner.</summary>
    Reassignment,

    /// <summary>A mentee who needs another mentor.</summary>
    Cover,

    /// <summary>A mentor who gave more hours in a month than the contract says, and takes nobody new until it is over.</summary>
    Overload,
}
