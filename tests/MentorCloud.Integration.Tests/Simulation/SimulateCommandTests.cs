using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using MentorCloud.Integration.Tests.Processes;

namespace MentorCloud.Integration.Tests.Simulation;

/// <summary>The simulation of a small cohort: it finds nothing wrong, plays the same again, and catches each kind of fault.</summary>
public sealed class SimulateCommandTests
{
    /// <summary>What the varied cohort must have come through.</summary>
    private static readonly string[] Played =
    [
        "ParticipantDeparted", "CoverNeeded", "CoverPlaced", "AutonomyAsked", "AutonomyReminded", "AutonomyMoved", "AutonomyDeclined", "Review360Opened", "MidcourseHeld", "PairingResumed",
    ];

    private static readonly string[] Small = ["simulate", "--participants", "16", "--months", "2", "--seed", "5", "--json"];

    [Fact]
    public async Task Simulation_of_one_seed_holds_every_invariant_and_plays_the_same_again()
    {
        using var folder = new DataFolder();

        // With this seed a mentor leaves and the program accepts another one for the mentee, one side never signs, and mentees come to lead more.
        string[] varied = ["simulate", "--participants", "52", "--months", "3", "--seed", "11", "--json"];
        var first = await HostProgram.RunAsync(folder, varied);
        var second = await HostProgram.RunAsync(folder, varied);

        var played = first.Json();
        Assert.All(played.GetProperty("checks").EnumerateArray(), check => Assert.Equal(0, check.GetProperty("broken").GetInt32()));
        Assert.All(played.GetProperty("checks").EnumerateArray(), check => Assert.True(check.GetProperty("examined").GetInt64() > 0));
        Assert.All(Played, fact => Assert.True(played.GetProperty("facts").TryGetProperty(fact, out _), $"no {fact}"));
        Assert.True(played.GetProperty("measured").GetProperty("grains").GetProperty("commits").GetInt64() > 0);
        Assert.True(played.GetProperty("outcomes").GetProperty("NotBegun").GetInt32() > 0);
        Assert.True(played.GetProperty("lateMidcourses").GetInt32() > 0);
        Assert.Equal(WithoutMeasures(played), WithoutMeasures(second.Json()));
        Assert.Contains("pairings live", first.Error, StringComparison.Ordinal);
        Assert.All(new[] { "Slow turn", "could not be followed", "Timeout" }, sign => Assert.DoesNotContain(sign, first.Error + second.Error, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("DutyLost", "no duty lost or doubled", "was lost")]
    [InlineData("DutyDoubled", "no duty lost or doubled", "once too often")]
    [InlineData("CapacityExceeded", "no capacity exceeded", "places")]
    [InlineData("EndedBySilence", "no pairing ended by silence", "ended in the name of")]
    [InlineData("PrivateTextOutside", "no private text outside", "holds a confided text")]
    [InlineData("PrivateTextLogged", "no private text outside", "the log of")]
    [InlineData("PrivateTextTold", "no private text outside", ": RotationFailed")]
    [InlineData("PrivateTextShown", "no private text outside", "reads entry")]
    [InlineData("ReviewShown", "raters stay unknown", "the review is shown to")]
    [InlineData("CommandRefused", "commands answered as expected", "was refused")]
    [InlineData("ViewStale", "views equal to grain state", "differed from grain state")]
    public async Task Simulation_with_a_fault_planted_fails_and_names_it(string fault, string check, string words)
    {
        using var folder = new DataFolder();

        var run = await HostProgram.RunAsync(folder, [.. Small, "--fault", fault]);

        Assert.Equal(1, run.ExitCode);
        using var document = JsonDocument.Parse(run.Output);
        var caught = document.RootElement.GetProperty("checks").EnumerateArray().Single(each => each.GetProperty("name").GetString() == check);
        Assert.True(caught.GetProperty("broken").GetInt32() > 0, run.Output);
        Assert.Contains(caught.GetProperty("examples").EnumerateArray(), example => example.GetString()!.Contains(words, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--participants", "0")]
    [InlineData("--participants", "7")]
    [InlineData("--participants", "20001")]
    [InlineData("--participants", "1e3")]
    [InlineData("--participants", "many")]
    [InlineData("--months", "0")]
    [InlineData("--months", "25")]
    [InlineData("--months", "")]
    [InlineData("--seed", "-1")]
    public async Task Simulation_with_a_number_out_of_range_says_so(string option, string value)
    {
        using var folder = new DataFolder();

        var run = await HostProgram.RunAsync(folder, "simulate", option, value);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains($"{option} must be a whole number from ", run.Error, StringComparison.Ordinal);
        Assert.Contains($"not '{value}'.", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task Simulation_told_to_people_explains_every_column_and_keeps_its_data_where_it_is_asked_to()
    {
        using var folder = new DataFolder();

        var run = await HostProgram.RunAsync(folder, "simulate", "--participants", "8", "--months", "1", "--data", folder.Data);

        Assert.Equal(0, run.ExitCode);
        var lines = run.Output.Split('\n');
        var heads = lines.Single(line => line.TrimStart().StartsWith("until", StringComparison.Ordinal)).Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.Equal(12, heads.Length);
        Assert.All(heads.Skip(1), head => Assert.Contains(lines, line => line.StartsWith($"  {head}: ", StringComparison.Ordinal)));
        Assert.Contains(lines, line => line.TrimStart().StartsWith("total ", StringComparison.Ordinal));
        Assert.True(File.Exists(Path.Combine(folder.Data, "grains.db")));
    }

    [Fact]
    public async Task Simulation_interrupted_half_way_ends_with_130_and_leaves_nothing_behind()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "NOT RUN: Windows has no SIGINT.");
        using var folder = new DataFolder();
        var temporary = Directory.CreateDirectory(Path.Combine(folder.Root, "temporary"));
        folder.Environment["TMPDIR"] = temporary.FullName;

        // Far longer than the signal takes.
        using var process = HostProgram.Start(folder, ["simulate", "--participants", "400", "--months", "24"]);
        using var bound = new CancellationTokenSource(HostProgram.Bound);
        var output = process.StandardOutput.ReadToEndAsync(bound.Token);
        while (await process.StandardError.ReadLineAsync(bound.Token) is { } line && !line.Contains("round 1 made", StringComparison.Ordinal))
        {
        }

        Assert.NotEmpty(temporary.EnumerateDirectories("mentorcloud-simulation-*"));
        using var interrupt = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]);
        var error = await process.StandardError.ReadToEndAsync(bound.Token);
        await process.WaitForExitAsync(bound.Token);

        Assert.True(process.ExitCode == 130, $"exit code {process.ExitCode}: {error}");
        Assert.EndsWith("Stopped.", error.Trim(), StringComparison.Ordinal);
        Assert.Empty(await output);
        Assert.Empty(temporary.EnumerateDirectories("mentorcloud-simulation-*"));
    }

    [Fact]
    public async Task Simulation_refuses_a_data_folder_that_is_not_empty()
    {
        using var folder = new DataFolder();
        Directory.CreateDirectory(folder.Data);
        await File.WriteAllTextAsync(Path.Combine(folder.Data, "mine.txt"), "mine", TestContext.Current.CancellationToken);

        var run = await HostProgram.RunAsync(folder, "simulate", "--data", folder.Data);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains($"--data {folder.Data} is not empty", run.Error, StringComparison.Ordinal);
        Assert.Equal("mine", await File.ReadAllTextAsync(Path.Combine(folder.Data, "mine.txt"), TestContext.Current.CancellationToken));
    }

    private static string WithoutMeasures(JsonElement result)
    {
        var all = JsonObject.Create(result)!;
        all.Remove("measured");
        return all.ToJsonString();
    }
}
