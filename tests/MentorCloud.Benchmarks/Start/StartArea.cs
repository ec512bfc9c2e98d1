using System.Globalization;

namespace MentorCloud.Benchmarks.Start;

/// <summary>
/// Process start to <c>/readyz</c> and to the first answered GraphQL query, on the sample's folder and on one with 100,000
/// grains; beside it an empty ASP.NET Core application. Measures the plain build beside this one, the Debug build if there is
/// one, and the published host that <c>--published FILE</c> names. <c>--grains N</c> and <c>--rounds N</c> give the size.
/// </summary>
internal static class StartArea
{
    private const double MostToReady = 2000;
    private const double MostToAnswer = 1000;
    private const string HostName = "MentorCloud.Host";

    public static async Task<int> RunAsync(string[] args)
    {
        var rounds = Option(args, "--rounds", 5);
        var grains = Option(args, "--grains", 100_000);
        var release = Beside(HostName, "release");
        using var sample = await GrainFolder.MakeAsync(release, 0);
        using var filled = await GrainFolder.MakeAsync(release, grains);
        (string Name, GrainFolder Folder)[] folders = [("sample", sample), (string.Create(CultureInfo.InvariantCulture, $"{grains:#,0} grains"), filled)];

        var empty = new StartTimes("empty", false);
        var measured = Hosts(args).SelectMany(host => folders.Select(folder =>
            (host.File, folder.Folder, Times: new StartTimes($"{host.Name}, {folder.Name}", host.Published)))).ToList();
        for (var round = 0; round <= rounds; round++)
        {
            // The first round warms the disk's cache and is not counted.
            empty.Add(await StartedServer.MeasureAsync(Beside("MentorCloud.GraphQL.BenchServer", "release"), port => ["empty", $"{port}"], "/", null), round > 0);
            foreach (var (file, folder, times) in measured)
                times.Add(await StartedServer.MeasureAsync(file, folder.Serve, "/readyz", folder), round > 0);
        }

        await Report.WriteAsync("start", [.. measured.SelectMany(each => Lines(each.Times, empty.Ready))], args);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Medians of {rounds} rounds by turns. Slowest of each, ready and answered:"));
        foreach (var times in measured.Select(each => each.Times).Prepend(empty))
            Console.WriteLine(times.Slowest);
        return 0;
    }

    private static IEnumerable<Measurement> Lines(StartTimes times, double empty)
    {
        yield return new($"{times.Name}: to /readyz", times.Ready, "ms", empty, "empty ASP.NET Core", "under 2,000 ms", times.Ready < MostToReady);
        yield return new(
            $"{times.Name}: to the first GraphQL answer", times.Answered, "ms", empty, "empty ASP.NET Core",
            times.Published ? "under 1,000 ms" : "(no limit set)", !times.Published || times.Answered < MostToAnswer);
    }

    private static IEnumerable<(string Name, string File, bool Published)> Hosts(string[] args)
    {
        if (File.Exists(Beside(HostName, "debug"))) yield return ("Debug build", Beside(HostName, "debug"), false);
        yield return ("Release build", Beside(HostName, "release"), false);
        var at = Array.IndexOf(args, "--published");
        if (at >= 0) yield return ("published", args[at + 1], true);
    }

    private static int Option(string[] args, string name, int normal)
    {
        var at = Array.IndexOf(args, name);
        return at >= 0 ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : normal;
    }

    /// <summary>A program in the same folder of builds as this one.</summary>
    private static string Beside(string project, string configuration)
    {
        var builds = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)).Parent!.Parent!;
        return Path.Combine(builds.FullName, project, configuration, project + ".dll");
    }
}
