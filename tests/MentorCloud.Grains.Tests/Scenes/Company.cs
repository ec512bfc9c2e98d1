using System.Collections.Immutable;
using MentorCloud.Contracts.Grains;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Cohorts;
using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Cohorts.Rounds;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.People;
using MentorCloud.Domain.Tenants;
using MentorCloud.Grains.Tests.Hosts;

namespace MentorCloud.Grains.Tests.Scenes;

/// <summary>One company on a test's host, set up through the grains as the program does it.</summary>
internal sealed class Company(IGrainTestHost host)
{
    public const string Zone = "America/New_York";

    private int commands;

    public IGrainTestHost Host { get; } = host;

    public TenantId Tenant { get; } = EntityId.New<TenantId>(host.Now);

    public Actor Admin => Actor.User(Tenant, EntityId.Derive<AccountId>(Tenant.Value, "admin"), Role.TenantAdmin);

    public Actor ProgramManager => Actor.User(Tenant, EntityId.Derive<AccountId>(Tenant.Value, "program manager"), Role.ProgramManager);

    public Actor Operator => Actor.System(Tenant, "test");

    public ITenantGrain TenantGrain => Host.Grains.GetGrain<ITenantGrain>(GrainKey.Of(Tenant, Tenant));

    /// <summary>A company with an open cohort is where most tests begin.</summary>
    public static async Task<Company> FoundAsync(IGrainTestHost host)
    {
        var company = new Company(host);
        (await company.TenantGrain.Create(company.Operator, company.NextCommand(), new CreateTenant("Test", "test", Zone))).OrThrow();
        return company;
    }

    public CommandId NextCommand() => EntityId.Derive<CommandId>(Tenant.Value, "command", $"{++commands}");

    public IParticipantGrain Participant(ParticipantId id) => Host.Grains.GetGrain<IParticipantGrain>(GrainKey.Of(Tenant, id));

    public ICohortGrain Cohort(CohortId id) => Host.Grains.GetGrain<ICohortGrain>(GrainKey.Of(Tenant, id));

    public IRoundGrain Round(RoundId id) => Host.Grains.GetGrain<IRoundGrain>(GrainKey.Of(Tenant, id));

    public IPairingGrain Pairing(PairingId id) => Host.Grains.GetGrain<IPairingGrain>(GrainKey.Of(Tenant, id));

    public Actor As(ParticipantId person, Role role) => Actor.User(Tenant, EntityId.Derive<AccountId>(person.Value, "account"), role, person);

    public async Task<ParticipantId> RegisterAsync(string externalId, int places = 0)
    {
        var id = ParticipantDecisions.IdOf(Tenant, externalId);
        var profile = new RegisterParticipant
        {
            ExternalId = externalId,
            Kind = places > 0 ? ParticipantKind.Mentor : ParticipantKind.Mentee,
            Title = "Director",
            TimeZone = Zone,
            HoursPerMonth = 8,
            MaxMentees = places,
        };
        (await Participant(id).Register(Admin, NextCommand(), profile)).OrThrow();
        return id;
    }

    public async Task<CohortId> OpenCohortAsync(string name, params ImmutableArray<ParticipantId> members)
    {
        var id = EntityId.Derive<CohortId>(Tenant.Value, name);
        var design = new CohortDesign
        {
            Name = name,
            Outcomes = ["Readiness"],
            TargetPopulation = "Leaders",
            Sponsor = "Chief Executive Officer",
            StartsOn = DateOnly.FromDateTime(Host.Now.UtcDateTime),
            TimeZone = Zone,
        };
        (await Cohort(id).Create(Admin, NextCommand(), design)).OrThrow();
        (await Cohort(id).Enrol(Admin, NextCommand(), members)).OrThrow();
        (await Cohort(id).Open(Admin, NextCommand())).OrThrow();
        return id;
    }

    /// <summary>A round whose draft the test wrote instead of the solver, a page for each list of pairs.</summary>
    public async Task<RoundId> DraftAsync(CohortId cohort, string name, params IReadOnlyList<(ParticipantId Mentor, ParticipantId Mentee)>[] pages)
    {
        var id = EntityId.Derive<RoundId>(Tenant.Value, name);
        (await Round(id).Start(Admin, NextCommand(), cohort, MatchObjective.Total)).OrThrow();
        for (var page = 0; page < pages.Length; page++)
        {
            var proposals = pages[page].Select(pair => new Proposal(pair.Mentor, pair.Mentee, 1, []));
            (await Host.Grains.GetGrain<IDraftPageGrain>(GrainKey.OfPage(Tenant, id, page)).Store(Operator, new DraftPageState([.. proposals], []))).OrThrow();
        }

        var pairs = pages.Sum(page => page.Count);
        (await Round(id).Complete(Operator, new DraftSummary(pages.Length, pairs, 0, pairs, pairs, true))).OrThrow();
        return id;
    }

    /// <summary>Goes on with a round until nothing is left to do, as the round worker does.</summary>
    public async Task<RoundState> FinishAsync(RoundId id)
    {
        var state = (await Round(id).Get(Operator)).OrThrow();
        while (state.IsAtWork)
        {
            state = (await Round(id).Continue(Operator)).OrThrow();
        }

        return state;
    }

    /// <summary>One mentor and one mentee in a published pairing.</summary>
    public async Task<Pair> PairAsync()
    {
        var (mentor, mentee) = (await RegisterAsync("M-1", places: 2), await RegisterAsync("E-1"));
        var cohort = await OpenCohortAsync("Cohort", mentor, mentee);
        var round = await DraftAsync(cohort, "Round", [(mentor, mentee)]);
        (await Round(round).Publish(Admin, NextCommand())).OrThrow();
        var state = await FinishAsync(round);
        return new Pair(this, state.PairingOf(new Proposal(mentor, mentee, 1, [])), mentor, mentee);
    }
}
