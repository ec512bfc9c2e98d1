using System.Collections.Immutable;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Cohorts;
using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Pairings.Contracts;
using MentorCloud.Domain.People;

namespace MentorCloud.Domain.Tests.Support;

/// <summary>One tenant with one mentor and one mentee in New York, as it stands on 5 January 2026.</summary>
internal static class Sample
{
    public const string Zone = "America/New_York";

    public static readonly DateTimeOffset Start = new(2026, 1, 5, 15, 0, 0, TimeSpan.Zero);

    public static readonly DateTimeOffset End = Start.AddDays(182);

    public static readonly TenantId Tenant = Id<TenantId>(1);

    public static readonly CohortId Cohort = Id<CohortId>(2);

    public static readonly RoundId Round = Id<RoundId>(3);

    public static readonly PairingId Pairing = Id<PairingId>(4);

    public static readonly ParticipantId Mentor = Id<ParticipantId>(10);

    public static readonly ParticipantId Mentee = Id<ParticipantId>(11);

    public static readonly Actor AsMentor = Actor.User(Tenant, Id<AccountId>(20), Role.Mentor, Mentor);

    public static readonly Actor AsMentee = Actor.User(Tenant, Id<AccountId>(21), Role.Mentee, Mentee);

    public static readonly Actor AsStranger = Actor.User(Tenant, Id<AccountId>(22), Role.Mentor | Role.Mentee, Id<ParticipantId>(12));

    public static readonly Actor AsManager = Actor.User(Tenant, Id<AccountId>(23), Role.ProgramManager);

    public static readonly Actor AsSponsor = Actor.User(Tenant, Id<AccountId>(24), Role.Sponsor);

    public static readonly Actor AsSystem = Actor.System(Tenant, "test");

    public static readonly ContractTerms Terms = new()
    {
        MentorRole = "Asks, listens, opens doors.",
        Objectives = [new MeasurableObjective("Lead a division", "360-degree summary", "4 of 5")],
        CadenceDays = 14,
        Milestones = [new Milestone("First board paper", "Accepted without rework", ["Outline agreed"], null)],
        ConfidentialityNorms = "What is said here stays here.",
        FeedbackChannels = ["In person"],
        EscalationPath = "Program manager, then sponsor",
        Boundaries = new Boundaries { MentorHoursPerMonth = 4, FeedbackKinds = ["Behaviour"] },
    };

    public static readonly CohortDesign Design = new()
    {
        Name = "Executive cohort",
        Outcomes = ["Two successors for the board"],
        TargetPopulation = "Division heads",
        Sponsor = "Chief people officer",
        StartsOn = new DateOnly(2026, 1, 5),
        TimeZone = "Europe/Warsaw",
    };

    public static TId Id<TId>(int number)
        where TId : struct, IEntityId<TId> => EntityId.Parse<TId>($"019b8e6c0c0070008000{number:x12}");

    public static RegisterParticipant Profile(ParticipantKind kind, int capacity = 2) => new()
    {
        ExternalId = $"E-{kind}",
        Kind = kind,
        Title = "Director",
        TimeZone = Zone,
        HoursPerMonth = 4,
        MaxMentees = kind == ParticipantKind.Mentor ? capacity : 0,
    };

    public static PairingState Prepared(ProgramType type = ProgramType.OneToOne) => PairingDecisions.Prepare(null, Tenant, Pairing, new PreparePairing(
        Cohort, Round, Mentor, Mentee, Zone, 14, End, 1, 900_000_000, ImmutableArray<FactorScore>.Empty) { Type = type }).State!;

    public static PairingState Published(ProgramType type = ProgramType.OneToOne) => PairingDecisions.Publish(Prepared(type), Start).State!;

    public static PairingState Active(ContractTerms? terms = null, ProgramType type = ProgramType.OneToOne)
    {
        var drafted = ContractDecisions.Draft(Published(type), AsMentee, terms ?? Terms).State!;
        return SignByBoth(ContractDecisions.Propose(drafted, AsMentee).State!, Start);
    }

    public static PairingState SignByBoth(PairingState state, DateTimeOffset now)
    {
        var number = state.NewestContract!.Number;
        return ContractDecisions.Sign(ContractDecisions.Sign(state, AsMentee, number, now).State!, AsMentor, number, now).State!;
    }
}
