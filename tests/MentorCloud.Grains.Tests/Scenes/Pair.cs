using MentorCloud.Contracts.Grains;
using MentorCloud.Contracts.Pairings;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Pairings.Cadence;
using MentorCloud.Domain.Pairings.Contracts;

namespace MentorCloud.Grains.Tests.Scenes;

/// <summary>A published pairing and its two people.</summary>
internal sealed class Pair(Company company, PairingId id, ParticipantId mentor, ParticipantId mentee)
{
    public static readonly ContractTerms Terms = new()
    {
        MentorRole = "Asks, listens, opens doors.",
        Objectives = [new MeasurableObjective("Lead a division", "360-degree summary", "4 of 5")],
        CadenceDays = 14,
        Milestones = [new Milestone("First board paper", "Accepted without rework", [], null)],
        ConfidentialityNorms = "What is said here stays here.",
        FeedbackChannels = ["In person"],
        EscalationPath = "Program manager, then sponsor",
        Boundaries = new Boundaries { MentorHoursPerMonth = 4, FeedbackKinds = ["Behaviour"] },
    };

    public Company Company { get; } = company;

    public PairingId Id { get; } = id;

    public ParticipantId MentorId { get; } = mentor;

    public ParticipantId MenteeId { get; } = mentee;

    public Actor Mentor => Company.As(MentorId, Role.Mentor);

    public Actor Mentee => Company.As(MenteeId, Role.Mentee);

    public IPairingGrain Grain => Company.Pairing(Id);

    /// <summary>As facts name it.</summary>
    public string GrainName => $"Pairing/{GrainKey.Of(Company.Tenant, Id)}";

    public Task<Reply<PairingView>> TryAsync(Actor actor, PairingCommand command) => Grain.Handle(actor, Company.NextCommand(), command);

    public async Task<PairingView> DoAsync(Actor actor, PairingCommand command) => (await TryAsync(actor, command)).OrThrow();

    public async Task<PairingView> ViewAsync() => (await Grain.Get(Mentee)).OrThrow();

    public async Task<Duty?> OpenAsync(DutyKind kind) =>
        (await ViewAsync()).Life!.Duties.FirstOrDefault(duty => duty.Kind == kind && duty.IsOpen);

    public async Task SignAsync(ContractTerms? terms = null)
    {
        await DoAsync(Mentee, new DraftContract(terms ?? Terms));
        var version = (await DoAsync(Mentee, new ProposeContract())).Contracts[^1].Number;
        await DoAsync(Mentee, new SignContract(version));
        await DoAsync(Mentor, new SignContract(version));
    }

    public async Task<int> SlotsOfMentorAsync() => (await Company.Participant(MentorId).Get(Company.Operator)).OrThrow().Slots.Length;
}
