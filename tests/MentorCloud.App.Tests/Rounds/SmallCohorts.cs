using System.Reflection;
using MentorCloud.App.Hosting;
using MentorCloud.App.Rounds;
using MentorCloud.App.Tests.Imports;
using MentorCloud.Contracts.Grains;
using MentorCloud.Contracts.Keys;
using MentorCloud.Contracts.Solving;
using MentorCloud.Domain.Cohorts;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.People;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.App.Tests.Rounds;

/// <summary>Open cohorts of one mentor and one mentee on a host of grains, and what rounds need beside them.</summary>
internal static class SmallCohorts
{
    public static void AddRounds(IServiceCollection services)
    {
        services.AddSingleton(DispatchProxy.Create<IKeyRing, NothingIsConfided>());
        services.AddSingleton<DraftShelf>();
        services.AddSingleton<RoundInputs>();
        services.AddSingleton<SolutionShelf>();
        services.AddSingleton<SolverTurns>();
        services.AddSingleton<RoundSolving>();
        services.AddSingleton<IRoundLease, SoleRoundLease>();
        services.AddSingleton<RoundWorker>();
        services.AddSingleton<IRoundWork>(provider => provider.GetRequiredService<RoundWorker>());
        services.AddHostedService(provider => provider.GetRequiredService<RoundWorker>());
    }

    /// <summary>A cohort with its two people.</summary>
    public static async Task<(CohortState Cohort, ParticipantId Mentor, ParticipantId Mentee)> OpenAsync(GrainsHost host, string name)
    {
        var (mentor, mentee) = (await RegisterAsync(host, $"{name}-M", places: 1), await RegisterAsync(host, $"{name}-E", places: 0));
        var grain = host.Grains.GetGrain<ICohortGrain>(GrainKey.Of(host.Tenant, EntityId.Derive<CohortId>(host.Tenant.Value, name)));
        (await grain.Create(host.Admin, host.Command($"{name} create"), Design(name))).OrThrow();
        (await grain.Enrol(host.Admin, host.Command($"{name} enrol"), [mentor, mentee])).OrThrow();
        return ((await grain.Open(host.Admin, host.Command($"{name} open"))).OrThrow(), mentor, mentee);
    }

    /// <summary>Keys of people whose texts nobody writes.</summary>
#pragma warning disable CA1852 // A proxy derives from it.
    private class NothingIsConfided : DispatchProxy
    {
        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => throw new InvalidOperationException(targetMethod?.Name);
    }
#pragma warning restore CA1852

    private static CohortDesign Design(string name) => new()
    {
        Name = name,
        Outcomes = ["Readiness"],
        TargetPopulation = "Leaders",
        Sponsor = "Chief Executive Officer",
        StartsOn = new DateOnly(2026, 1, 5),
        TimeZone = "Europe/Oslo",
    };

    private static async Task<ParticipantId> RegisterAsync(GrainsHost host, string externalId, int places)
    {
        var id = ParticipantDecisions.IdOf(host.Tenant, externalId);
        var profile = new RegisterParticipant
        {
            ExternalId = externalId,
            Kind = places > 0 ? ParticipantKind.Mentor : ParticipantKind.Mentee,
            Title = "Director",
            TimeZone = "Europe/Oslo",
            HoursPerMonth = 8,
            MaxMentees = places,
        };
        (await host.Grains.GetGrain<IParticipantGrain>(GrainKey.Of(host.Tenant, id)).Register(host.Admin, host.Command(externalId), profile)).OrThrow();
        return id;
    }
}
