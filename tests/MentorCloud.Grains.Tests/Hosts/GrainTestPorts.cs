using MentorCloud.Contracts.Facts;
using MentorCloud.Contracts.Keys;
using MentorCloud.Contracts.People;
using MentorCloud.Contracts.Solving;
using MentorCloud.Grains.Access;
using MentorCloud.Grains.State;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.Grains.Tests.Hosts;

/// <summary>What grains need beside their host, in memory. A test may replace each before it starts the host.</summary>
public sealed class GrainTestPorts
{
    /// <summary>Takes what grains tell; the default keeps it for the test to read.</summary>
    public IFactPublisher Publisher { get; init; } = new FactsInMemory();

    /// <summary>Where rounds leave their work; the default keeps the list.</summary>
    public IRoundWork RoundWork { get; init; } = new RoundsInMemory();

    /// <summary>Where rotations leave their work; the default does nothing.</summary>
    public IRotationWork RotationWork { get; init; } = new RotationsInMemory();

    /// <summary>What departures and erasures ask for; kept, and done by nobody.</summary>
    public PeopleInMemory People { get; } = new();

    /// <summary>Seals confided texts; the default with keys in memory.</summary>
    public IKeyRing Keys { get; init; } = new KeysInMemory();

    /// <summary>Told each point of an outbox's way; null: nobody.</summary>
    public Action<string>? Reached { get; init; }

    /// <summary>Cuts calls off; null when nothing does.</summary>
    public CrashFilter? Crash { get; init; }

    /// <summary>What the default publisher was told.</summary>
    public FactsInMemory Facts => (FactsInMemory)Publisher;

    /// <summary>What the default round work was asked for.</summary>
    public RoundsInMemory Rounds => (RoundsInMemory)RoundWork;

    /// <summary>Adds everything to a host, or to each of a cluster's silos.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="clock">The clock that grains read.</param>
    internal void AddTo(IServiceCollection services, TimeProvider clock)
    {
        services.AddSingleton(Publisher);
        services.AddSingleton(RoundWork);
        services.AddSingleton(RotationWork);
        services.AddSingleton<IPersonWork>(People);
        services.AddSingleton<ICoverWork>(new CoversInMemory());
        services.AddSingleton(Keys);
        services.AddSingleton(new GrainTools(clock, Publisher) { Reached = Reached });
        services.AddSingleton<IIncomingGrainCallFilter, PolicyFilter>();
        if (Crash is not null)
        {
            services.AddSingleton<IIncomingGrainCallFilter>(Crash);
        }
    }
}
