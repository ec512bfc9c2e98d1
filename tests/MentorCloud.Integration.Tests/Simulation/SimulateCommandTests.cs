using System.Text.Json;
using System.Text.Json.Nodes;
using MentorCloud.Integration.Tests.Processes;

namespace MentorCloud.Integration.Tests.Simulation;

/// <summary>The simulation of a small cohort: it finds nothing wrong, plays the same again, and catches each kind of fault.</summary>
public sealed class SimulateCommandTests
{
    private static readonly string[] Small = ["simulate", "--participants", "16", "--months", "2", "--seed", "5", "--json"];

    [Fact]
    public async Task Simulation_of_one_seed_holds_every_invariant_and_plays_the_same_again()
    {
        using var folder = new DataFolder();

        // With this seed a mentor leaves, and the program accepts another one for the mentee.
        string[] leaving = ["simulate", "--participants", "16", "--months", "2", "--seed", "1", "--json"];
        var first = await HostProgram.RunAsync(folder, leaving);
        var second = await HostProgram.RunAsync(folder, leaving);

        var played = first.Json();
        Assert.All(played.GetProperty("checks").EnumerateArray(), check => Assert.Equal(0, check.GetProperty("broken").GetInt32()));
        Assert.All(played.GetProperty("checks").EnumerateArray(), check => Assert.True(check.GetProperty("examined").GetInt64() > 0));
        Assert.All(new[] { "ParticipantDeparted", "CoverNeeded", "CoverPlaced" }, fact => Assert.True(played.GetProperty("facts").TryGetProperty(fact, out _), $"no {fact}"));
        Assert.True(played.GetProperty("measured").GetProperty("grains").GetProperty("commits").GetInt64() > 0);
        Assert.Equal(WithoutMeasures(played), WithoutMeasures(second.Json()));
        Assert.Contains("pairings live", first.Error, StringComparison.Ordinal);
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
    [InlineData("--participants", "7")]
    [InlineData("--participants", "many")]
    [InlineData("--months", "25")]
    [InlineData("--seed", "-1")]
    public async Task Simulation_with_a_number_out_of_range_says_so(string option, string value)
    {
        using var folder = new DataFolder();

        var run = await HostProgram.RunAsync(folder, "simulate", option, value);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(option, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Simulation_refuses_a_data_folder_that_is_not_empty()
    {
        using var folder = new DataFolder();
        Directory.CreateDirectory(folder.Data);
        await File.WriteAllTextAsync(Path.Combine(folder.Data, "mine.txt"), "mine", TestContext.Current.CancellationToken);

        var run = await HostProgram.RunAsync(folder, "simulate", "--data", folder.Data);

        Assert.Equal(2, run.ExitCode);
        Assert.Equal("mine", await File.ReadAllTextAsync(Path.Combine(folder.Data, "mine.txt"), TestContext.Current.CancellationToken));
    }

    private static string WithoutMeasures(JsonElement result)
    {
        var all = JsonObject.Create(result)!;
        all.Remove("measured");
        return all.ToJsonString();
    }
}
