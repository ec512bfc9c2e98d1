using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Pairings.Contracts;
using MentorCloud.Domain.Privacy;

namespace MentorCloud.Gateway.Pairings;

/// <summary>The input of the same name.</summary>
internal sealed record PairingInput(string IdempotencyKey, string Pairing) : IPairingInput;

/// <summary>The input of the same name.</summary>
internal sealed record PairingDraftContractInput(string IdempotencyKey, string Pairing, ContractTermsInput Terms) : IPairingInput;

/// <summary>The input of the same name.</summary>
internal sealed record PairingSignContractInput(string IdempotencyKey, string Pairing, int Version) : IPairingInput;

/// <summary>The input of the same name.</summary>
internal sealed record PairingLogCheckInInput(
    string IdempotencyKey, string Pairing, DateTimeOffset HeldAt, int Minutes, string? Note, Visibility NoteVisibility,
    PairingSide? InitiatedBy) : IPairingInput;

/// <summary>The input of the same name.</summary>
internal sealed record PairingExcuseCheckInInput(string IdempotencyKey, string Pairing, string Reason) : IPairingInput;

/// <summary>The input of the same name.</summary>
internal sealed record MeasurableObjectiveInput(string Statement, string Measure, string Target);

/// <summary>The input of the same name.</summary>
internal sealed record MilestoneInput(string Title, string SuccessCriteria, IReadOnlyList<string> SmallWins, DateOnly? DueOn);

/// <summary>The input of the same name.</summary>
internal sealed record BoundariesInput(int MentorHoursPerMonth, IReadOnlyList<string> FeedbackKinds, IReadOnlyList<string> TopicsOutOfScope);

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
