using MentorCloud.Domain.Refusals;

namespace MentorCloud.Domain.Pairings.Contracts;

/// <summary>Checks contract terms: their form always, their completeness before they are proposed.</summary>
public static class ContractTermsCheck
{
    /// <summary>The most that one version's terms may weigh.</summary>
    public const int MostWeight = 10_000;

    /// <summary>The last year in which a milestone can be due.</summary>
    public const int LastYear = 2200;

    /// <summary>What the terms take in stored state: a character counts one, one outside ASCII six, as JSON escapes it.</summary>
    /// <param name="terms">The terms.</param>
    /// <returns>Bytes, near enough.</returns>
    public static int Weight(ContractTerms terms) => Inputs.Weight(ContractTexts.Of(terms));

    /// <summary>Checks lengths and ranges; empty is right in a draft.</summary>
    /// <param name="terms">The terms.</param>
    /// <returns>INPUT_INVALID with the field, or null.</returns>
    public static Refusal? Form(ContractTerms terms) =>
        Inputs.Paragraph(terms.MentorRole, "terms.mentorRole", required: false)
            ?? Inputs.Count(terms.Objectives, "terms.objectives", 0, 10)
            ?? Inputs.FirstOf(terms.Objectives, Objective)
            ?? Inputs.Range(terms.CadenceDays, "terms.cadenceDays", 0, 90)
            ?? Inputs.Count(terms.Milestones, "terms.milestones", 0, 20)
            ?? Inputs.FirstOf(terms.Milestones, MilestoneForm)
            ?? Inputs.Paragraph(terms.ConfidentialityNorms, "terms.confidentialityNorms", required: false)
            ?? Inputs.Lines(terms.FeedbackChannels, "terms.feedbackChannels", 0, 10)
            ?? Inputs.Paragraph(terms.EscalationPath, "terms.escalationPath", required: false)
            ?? Inputs.Range(terms.Boundaries.MentorHoursPerMonth, "terms.boundaries.mentorHoursPerMonth", 0, 40)
            ?? Inputs.Lines(terms.Boundaries.FeedbackKinds, "terms.boundaries.feedbackKinds", 0, 10)
            ?? Inputs.Lines(terms.Boundaries.TopicsOutOfScope, "terms.boundaries.topicsOutOfScope", 0, 20)
            ?? (terms.Milestones.DistinctBy(milestone => milestone.Title).Count() == terms.Milestones.Length
                ? null : Inputs.Invalid("terms.milestones", "name a title twice"))
            ?? (Weight(terms) <= MostWeight
                ? null
                : Inputs.Invalid("terms", $"weigh {Weight(terms)}; at most {MostWeight} are possible (a character counts 1, one outside ASCII 6)"));

    /// <summary>Names what is missing (requirement 25).</summary>
    /// <param name="terms">The terms.</param>
    /// <returns>Field names; none when the terms are complete.</returns>
    public static IEnumerable<string> Missing(ContractTerms terms) =>
        from field in new (string Name, bool Present)[]
        {
            ("mentorRole", !Inputs.IsBlank(terms.MentorRole)),
            ("objectives", terms.Objectives.Length > 0),
            ("cadenceDays", terms.CadenceDays > 0),
            ("milestones", terms.Milestones.Length > 0),
            ("confidentialityNorms", !Inputs.IsBlank(terms.ConfidentialityNorms)),
            ("feedbackChannels", terms.FeedbackChannels.Length > 0),
            ("escalationPath", !Inputs.IsBlank(terms.EscalationPath)),
            ("boundaries.mentorHoursPerMonth", terms.Boundaries.MentorHoursPerMonth > 0),
            ("boundaries.feedbackKinds", terms.Boundaries.FeedbackKinds.Length > 0),
        }
        where !field.Present
        select field.Name;

    private static Refusal? Objective(MeasurableObjective objective, int index) =>
        Inputs.Paragraph(objective.Statement, $"terms.objectives.{index}.statement")
            ?? Inputs.Paragraph(objective.Measure, $"terms.objectives.{index}.measure")
            ?? Inputs.Line(objective.Target, $"terms.objectives.{index}.target");

    private static Refusal? MilestoneForm(Milestone milestone, int index) =>
        Inputs.Line(milestone.Title, $"terms.milestones.{index}.title")
            ?? Inputs.Paragraph(milestone.SuccessCriteria, $"terms.milestones.{index}.successCriteria")
            ?? Inputs.Lines(milestone.SmallWins, $"terms.milestones.{index}.smallWins", 0, 10)
            ?? (milestone.DueOn is { Year: < 2000 or > LastYear } ? Inputs.Invalid($"terms.milestones.{index}.dueOn", "must lie between 2000 and 2200") : null);
}
