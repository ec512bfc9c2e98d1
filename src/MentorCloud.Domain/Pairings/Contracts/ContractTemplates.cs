using MentorCloud.Domain.Cohorts;

namespace MentorCloud.Domain.Pairings.Contracts;

/// <summary>What a learning contract can begin with in each type of program. Objectives and milestones are the pair's own.</summary>
public static class ContractTemplates
{
    /// <summary>Terms to change and complete before they are proposed.</summary>
    /// <param name="type">The type of program.</param>
    /// <param name="cadenceDays">Days between check-ins that the cohort begins with.</param>
    /// <returns>The terms, without objectives and milestones.</returns>
    public static ContractTerms Of(ProgramType type, int cadenceDays) => new()
    {
        MentorRole = RoleIn(type),
        CadenceDays = cadenceDays,
        ConfidentialityNorms = type == ProgramType.Group
            ? "What is said in the group stays in the group; what is said to one stays between the two."
            : "What is said here stays between the two, unless both agree.",
        FeedbackChannels = type == ProgramType.Flash ? ["At the end of the session"] : ["In the session", "In writing, within a week"],
        EscalationPath = "First with each other, then the program manager.",
        Boundaries = new Boundaries { MentorHoursPerMonth = type == ProgramType.Flash ? 2 : 4, FeedbackKinds = ["Observed behaviour and its effect"] },
    };

    private static string RoleIn(ProgramType type) => type switch
    {
        ProgramType.Group => "Leads the common sessions, and sees to it that everybody is heard.",
        ProgramType.Reverse => "Brings what the senior partner lacks, and sets the agenda; rank has no part in the session.",
        ProgramType.Flash => "Answers one question in one session, and says what to do next.",
        ProgramType.Peer => "Both give and both learn; who leads changes from session to session.",
        ProgramType.Rotational => "Takes up what the mentor before handed on, and opens a new perspective.",
        _ => "Asks, listens, challenges and opens doors.",
    };
}
