namespace MentorCloud.Cluster.Tests.Silos;

/// <summary>What is wrong with the settings is said by name, before anything starts.</summary>
public sealed class StartTests
{
    private const int Configuration = 3;

    [Fact]
    public async Task Server_without_settings_names_what_is_missing()
    {
        var run = await SiloProcess.RunAsync(new Dictionary<string, string>(), "serve");

        Assert.Equal(Configuration, run.ExitCode);
        var line = Assert.Single(run.Complaints);
        Assert.Contains("MentorCloud:Cluster:Storage or MentorCloud:Cluster:StorageUri must be given", line, StringComparison.Ordinal);
        Assert.Contains("MentorCloud:PostgreSql is missing", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Setting_that_cannot_be_read_is_named()
    {
        var run = await SiloProcess.RunAsync(new Dictionary<string, string> { ["MENTORCLOUD__CLUSTER__SILOPORT"] = "eleven" }, "serve");

        Assert.Equal(Configuration, run.ExitCode);
        Assert.Contains("MentorCloud:Cluster:SiloPort", Assert.Single(run.Complaints), StringComparison.Ordinal);
    }
}
