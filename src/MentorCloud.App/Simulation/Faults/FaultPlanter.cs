using MentorCloud.App.Simulation.People;
using MentorCloud.Contracts.Grains;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Cohorts.Taxonomy;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings.Endings;
using Microsoft.Extensions.Logging;

namespace MentorCloud.App.Simulation.Faults;

/// <summary>Breaks one thing in a running simulation, so that tests see its check fail.</summary>
internal sealed partial class FaultPlanter(PlantedFault fault, ILoggerFactory logs)
{
    private const int AfterDays = 30;

    private PairingPlay? victim;
    private bool planted;

    public PlantedFault Fault { get; } = fault;

    /// <summary>The mentee of the pairing to be broken; null before there is one.</summary>
    public Actor? VictimsMentee => victim?.AsMentee;

    /// <summary>The pairing to be broken, as grains are named to filters and publishers; null before there is one.</summary>
    public string? Victim { get; private set; }

    /// <summary>Takes the first pairing of a kind on which the fault shows; whose people go silent, it goes on to the end.</summary>
    public void Choose(IEnumerable<PairingPlay> plays)
    {
        var kind = Fault == PlantedFault.ReviewShown ? Character.Growing : Character.Silent;
        victim ??= plays.FirstOrDefault(play => play.Character == kind) ?? plays.FirstOrDefault();
        Victim = victim?.Key;
    }

    /// <summary>Does, once and a month after the beginning, what needs doing by hand.</summary>
    public async Task PlantAsync(IGrainFactory grains, TenantId tenant, DateTimeOffset now)
    {
        if (planted || victim is null || now < victim.PublishedAt.AddDays(AfterDays))
        {
            return;
        }

        planted = true;
        var system = Actor.System(tenant, "fault");
        switch (Fault)
        {
            case PlantedFault.CapacityExceeded:
                await grains.GetGrain<IParticipantGrain>(GrainKey.Of(tenant, victim.Mentor.Id)).ReleaseSlot(system, victim.Id);
                break;
            case PlantedFault.EndedBySilence:
                (await victim.Grain.Handle(system, default, new DecideTerm(TermChoice.Close))).OrThrow();
                break;
            case PlantedFault.PrivateTextLogged:
                LogInTheOpen(logs.CreateLogger<FaultPlanter>(), Watching.PrivateWords.ForTwo("in the open"));
                break;
            case PlantedFault.PrivateTextOutside:
                (await grains.GetGrain<ITaxonomyGrain>(GrainKey.Of(tenant, tenant)).Add(
                    Actor.User(tenant, EntityId.Derive<AccountId>(tenant.Value, "fault"), Role.TenantAdmin),
                    default,
                    [new Experience(ExperienceCategory.Crisis, Watching.PrivateWords.ForTwo("in the open"))])).OrThrow();
                break;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Planted: {Text}")]
    private static partial void LogInTheOpen(ILogger logger, string text);
}
