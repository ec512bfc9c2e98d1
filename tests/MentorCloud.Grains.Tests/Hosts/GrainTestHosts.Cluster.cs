namespace MentorCloud.Grains.Tests.Hosts;

/// <summary>Starts the grain host of the edition that is tested.</summary>
public static class GrainTestHosts
{
    /// <summary>Starts it with ports in memory.</summary>
    /// <param name="ports">Other ports; null takes the defaults.</param>
    /// <returns>The running host; dispose it.</returns>
    public static Task<IGrainTestHost> StartAsync(GrainTestPorts? ports = null) => OrleansGrainTestHost.StartAsync(ports ?? new GrainTestPorts());
}
