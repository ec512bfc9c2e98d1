namespace MentorCloud.Domain.Pairings.Practice;

/// <summary>What mentor and mentee write. What each kind asks for is in <see cref="EntryRules"/>.</summary>
public enum EntryKind
{
    /// <summary>A note on a check-in.</summary>
    CheckInNote,

    /// <summary>An item of the development plan: competency, activity, indicator, owner, due date (requirement 41).</summary>
    PlanItem,

    /// <summary>An experiment (requirement 42).</summary>
    Experiment,

    /// <summary>A real assignment linked to a milestone, debriefed when done (requirement 43).</summary>
    Assignment,

    /// <summary>A stretch opportunity (requirement 44).</summary>
    Stretch,

    /// <summary>An assumption (requirement 45).</summary>
    Assumption,

    /// <summary>A dissent (requirement 45).</summary>
    Dissent,

    /// <summary>A trade-off (requirement 45).</summary>
    TradeOff,

    /// <summary>A short note of guidance (requirement 47).</summary>
    Note,

    /// <summary>A reading list (requirement 47).</summary>
    ReadingList,

    /// <summary>Feedback (requirement 49).</summary>
    Feedback,

    /// <summary>A journal entry, private until shared (requirement 52).</summary>
    Journal,

    /// <summary>An after-action review (requirement 53).</summary>
    AfterActionReview,

    /// <summary>Evidence against a milestone's criteria (requirement 28).</summary>
    Evidence,
}
