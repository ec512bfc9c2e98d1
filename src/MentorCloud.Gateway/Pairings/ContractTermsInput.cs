using MentorCloud.Domain.Pairings.Contracts;

namespace MentorCloud.Gateway.Pairings;

/// <summary>The input of the same name.</summary>
internal sealed record ContractTermsInput(
    string MentorRole,
    IReadOnlyList<MeasurableObjectiveInput> Objectives,
    int CadenceDays,
    IReadOnlyList<MilestoneInput> Milestones,
    string ConfidentialityNorms,
    IReadOnlyList<string> FeedbackChannels,
    string EscalationPath,
    BoundariesInput Boundaries)
{
    public ContractTerms ToTerms() => new()
    {
        MentorRole = MentorRole,
        Objectives = [.. Objectives.Select(each => new MeasurableObjective(each.Statement, each.Measure, each.Target))],
        CadenceDays = CadenceDays,
        Milestones = [.. Milestones.Select(each => new Milestone(each.Title, each.SuccessCriteria, [.. each.SmallWins], each.DueOn))],
        ConfidentialityNorms = ConfidentialityNorms,
        FeedbackChannels = [.. FeedbackChannels],
        EscalationPath = EscalationPath,
        Boundaries = new Boundaries
        {
            MentorHoursPerMonth = Boundaries.MentorHoursPerMonth,
            FeedbackKinds = [.. Boundaries.FeedbackKinds],
            TopicsOutOfScope = [.. Boundaries.TopicsOutOfScope],
        },
    };
}
