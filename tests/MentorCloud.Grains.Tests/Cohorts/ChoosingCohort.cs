using System.Collections.Immutable;
using MentorCloud.Contracts.Grains;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Cohorts;
using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Cohorts.Requests;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.People;
using MentorCloud.Domain.Tenants;
using MentorCloud.Grains.Tests.Hosts;

namespace MentorCloud.Grains.Tests.Cohorts;

/// <summary>Open cohorts of one tenant in which people choose each other: mentors with one place each, and mentees.</summary>
internal sealed class ChoosingCohort(IGrainTestHost host)
{
    public static readonly TenantId Tenant = EntityId.New<TenantId>(DateTimeOffset.UnixEpoch.AddYears(56));

    public static Actor Admin => Actor.User(Tenant, EntityId.Derive<AccountId>(Tenant.Value, "admin"), Role.TenantAdmin);

    public CohortId Id { get; private set; }

    private int commands;

    public static ParticipantId Person(string name) => ParticipantDecisions.IdOf(Tenant, name);

    public static Actor As(string name) => Actor.User(
        Tenant, EntityId.Derive<AccountId>(Tenant.Value, name), name.StartsWith('M') ? Role.Mentor : Role.Mentee, Person(name));

    /// <summary>Makes the tenant and registers people; names that begin with M are mentors.</summary>
    public async Task RegisterAsync(params string[] names)
    {
        var tenant = host.Grains.GetGrain<ITenantGrain>(GrainKey.Of(Tenant, Tenant));
        (await tenant.Create(Actor.System(Tenant, "test"), Command(), new CreateTenant("Test", "test", "Etc/UTC"))).OrThrow();
        foreach (var name in names)
        {
            var isMentor = name.StartsWith('M');
            (await Participant(name).Register(Admin, Command(), new RegisterParticipant
            {
                ExternalId = name,
                Kind = isMentor ? ParticipantKind.Mentor : ParticipantKind.Mentee,
                Title = "Any",
                TimeZone = "Etc/UTC",
                HoursPerMonth = 4,
                MaxMentees = isMentor ? 1 : 0,
            })).OrThrow();
        }
    }

    /// <summary>Opens a cohort with people.</summary>
    public async Task<ChoosingCohort> OpenAsync(string name, params string[] people)
    {
        Id = EntityId.Derive<CohortId>(Tenant.Value, name);
        var cohort = host.Grains.GetGrain<ICohortGrain>(GrainKey.Of(Tenant, Id));
        (await cohort.Create(Admin, Command(), new CohortDesign
        {
            Name = name,
            Outcomes = ["Any"],
            TargetPopulation = "Any",
            Sponsor = "Any",
            StartsOn = DateOnly.FromDateTime(host.Now.UtcDateTime),
            Choosing = new Choosing(ChoosingMode.SelfMatch),
        })).OrThrow();
        (await cohort.Enrol(Admin, Command(), [.. people.Select(Person)])).OrThrow();
        (await cohort.Open(Admin, Command())).OrThrow();
        return this;
    }

    public MatchOffer Offer(string mentor, string mentee, PairingSide by = PairingSide.Mentee) =>
        new(Id, new MatchPair(Person(mentor), Person(mentee)), by, 1, 500, ImmutableArray<FactorScore>.Empty, []);

    public IMatchRequestGrain Request(string mentor, string mentee) => host.Grains.GetGrain<IMatchRequestGrain>(
        GrainKey.Of(Tenant, MatchRequestState.IdOf(Offer(mentor, mentee))));

    public IParticipantGrain Participant(string name) => host.Grains.GetGrain<IParticipantGrain>(GrainKey.Of(Tenant, Person(name)));

    public IPairingGrain Pairing(MatchRequestState request) => host.Grains.GetGrain<IPairingGrain>(GrainKey.Of(Tenant, request.Pairing));

    public CommandId Command() => EntityId.Derive<CommandId>(Tenant.Value, $"{Id}-{commands++}");

    public Task<Reply<MatchRequestState>> SendAsync(string mentor, string mentee) =>
        Request(mentor, mentee).Send(As(mentee), Command(), Offer(mentor, mentee));
}
