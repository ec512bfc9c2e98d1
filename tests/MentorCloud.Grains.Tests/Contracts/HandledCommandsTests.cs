using System.Text.Json;
using MentorCloud.Contracts.Json;
using MentorCloud.Contracts.State;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Grains.Tests.Contracts;

/// <summary>What a grain remembers of its commands, in memory and as it is stored.</summary>
public sealed class HandledCommandsTests
{
    private const int Most = 64;

    [Fact]
    public void Newest_commands_are_found_after_a_way_through_the_store_and_older_ones_are_forgotten()
    {
        var commands = Enumerable.Range(1, Most + 3).Select(Command).ToList();

        var stored = JsonSerializer.Serialize(commands.Aggregate(HandledCommands.None, (all, command) => all.Add(command, Most)), ContractsJson.Options);
        var read = JsonSerializer.Deserialize<HandledCommands>(stored, ContractsJson.Options)!;

        Assert.Equal(Most, read.Count);
        Assert.All(commands[..3], command => Assert.Null(read.Find(command.Id)));
        Assert.All(commands[3..], command => Assert.Equal(command, read.Find(command.Id)));
        Assert.Null(HandledCommands.None.Find(default));
    }

    [Fact]
    public void Commands_of_an_earlier_release_are_read()
    {
        var command = Command(7) with { Made = null };
        var stored = $$"""[{"id":"{{command.Id}}","fingerprint":"{{command.Fingerprint}}"}]""";

        Assert.Equal(command, JsonSerializer.Deserialize<HandledCommands>(stored, ContractsJson.Options)!.Find(command.Id));
    }

    [Theory]
    [InlineData("\"AAAA\"")]
    [InlineData("\"not base64\"")]
    [InlineData("""[{"id":"019b76daa80071efb8e55d3640ebb6e9","fingerprint":"bb9c"}]""")]
    [InlineData("""[{"id":"019b76daa80071efb8e55d3640ebb6e9","fingerprint":"zz9c1811d9f53b40600b9147d57e218a"}]""")]
    [InlineData("7")]
    public void Damaged_commands_are_an_error_of_reading(string stored) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<HandledCommands>(stored, ContractsJson.Options));

    /// <summary>Every third made nothing, which is told from the number of something made.</summary>
    private static HandledCommand Command(int number) => new(
        EntityId.Derive<CommandId>(Guid.Empty, $"{number}"), $"{number:x32}", number % 3 == 0 ? null : number);
}
