using System.Reflection;
using System.Text.Json;

namespace MentorCloud.GrainRuntime;

/// <summary>How the embedded grain runtime behaves. Checked when the host starts.</summary>
public sealed class GrainRuntimeOptions
{
    /// <summary>Assemblies whose grain classes this host runs.</summary>
    public IList<Assembly> GrainAssemblies { get; } = [];

    /// <summary>How long an activation stays without calls before it is collected. Default 15 minutes; at least a second.</summary>
    public TimeSpan IdleTimeout { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How often idle activations are looked for. Default a minute; at least a second.</summary>
    public TimeSpan CollectionInterval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a caller waits for an answer before <see cref="TimeoutException"/>. Default 30 s; calls made on its behalf share it.</summary>
    public TimeSpan ResponseTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Calls that may wait for one grain before further ones are refused as overload. Default 5,000.</summary>
    public int MaxQueuedCalls { get; set; } = 5_000;

    /// <summary>A turn longer than this is logged as a warning. Default a second.</summary>
    public TimeSpan SlowTurnWarning { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a stopping host waits for turns in flight and for deactivations. Default 20 s.</summary>
    public TimeSpan StopTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>How far ahead due reminders are held in memory. Default a minute.</summary>
    public TimeSpan ReminderHorizon { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Whether reminders that fall due ring; without, they wait for the next host, for looking at grains without moving them. Default true.</summary>
    public bool RingReminders { get; set; } = true;

    /// <summary>Reminder ticks delivered at the same time. Default 64.</summary>
    public int MaxConcurrentReminders { get; set; } = 64;

    /// <summary>How states are written; its resolver may be source generated. Default: System.Text.Json's own defaults.</summary>
    public JsonSerializerOptions StateJson { get; set; } = JsonSerializerOptions.Default;

    /// <summary>Adds the assembly of a type to <see cref="GrainAssemblies"/>.</summary>
    public GrainRuntimeOptions AddGrainsOf<TInAssembly>()
    {
        if (!GrainAssemblies.Contains(typeof(TInAssembly).Assembly))
            GrainAssemblies.Add(typeof(TInAssembly).Assembly);
        return this;
    }
}
