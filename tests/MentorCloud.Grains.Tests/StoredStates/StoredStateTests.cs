using System.Text.Json;
using System.Text.Json.Nodes;
using MentorCloud.Contracts.Json;
using MentorCloud.Contracts.State;
using MentorCloud.Grains.Pairings;
using MentorCloud.Grains.State;

namespace MentorCloud.Grains.Tests.StoredStates;

/// <summary>
/// Envelopes as released versions wrote them, a folder a release, a file a kind of grain, kept for ever: each must load, with
/// everything that was stored (docs/adr/0071). Another release adds a folder and changes no other.
/// </summary>
public sealed class StoredStateTests
{
    /// <summary>Members of envelopes that were given up; nothing ever read them.</summary>
    private static readonly string[] GivenUp = ["schema"];

    /// <summary>Kinds that no released version has written yet. A release writes their states into its folder and empties this list.</summary>
    private static readonly string[] NotReleased = ["matchrequest", "pairrules"];

    public static TheoryData<string> Stored() =>
        [.. Directory.GetFiles(Root, "*.json", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Root, file)).Order(StringComparer.Ordinal)];

    private static string Root => Path.Combine(AppContext.BaseDirectory, "StoredStates");

    private static Dictionary<string, Type> StateTypes => typeof(PairingGrain).Assembly.GetTypes()
        .Where(type => type.BaseType is { IsGenericType: true } parent && parent.GetGenericTypeDefinition() == typeof(StatefulGrain<>))
        .ToDictionary(
            type => type.Name[..^"Grain".Length].ToLowerInvariant(), type => type.BaseType!.GetGenericArguments()[0], StringComparer.Ordinal);

    [Theory]
    [MemberData(nameof(Stored))]
    public void State_of_a_released_version_loads_with_everything_stored(string file)
    {
        var stored = JsonNode.Parse(File.ReadAllText(Path.Combine(Root, file)))!.AsObject();
        var envelope = typeof(Envelope<>).MakeGenericType(StateTypes[Path.GetFileNameWithoutExtension(file)]);

        var loaded = stored.Deserialize(envelope, ContractsJson.Options);

        foreach (var name in GivenUp)
        {
            stored.Remove(name);
        }

        Assert.Equal([], Lost(stored, JsonSerializer.SerializeToNode(loaded, envelope, ContractsJson.Options), "$"));
        Assert.NotNull(stored["state"]);
    }

    [Fact]
    public void Every_released_kind_of_grain_has_a_stored_state()
    {
        var kinds = Stored().Select(row => Path.GetFileNameWithoutExtension(row.Data)).ToHashSet(StringComparer.Ordinal);

        Assert.Equal(NotReleased, StateTypes.Keys.Where(kind => !kinds.Contains(kind)).Order(StringComparer.Ordinal));
    }

    /// <summary>Where a loaded state lacks or changes what was stored; what it has besides is new and allowed.</summary>
    private static IEnumerable<string> Lost(JsonNode? stored, JsonNode? loaded, string path) => (stored, loaded) switch
    {
        (JsonObject before, JsonObject now) => before.SelectMany(member => Lost(member.Value, now[member.Key], $"{path}.{member.Key}")),
        (JsonArray before, JsonArray now) when before.Count == now.Count =>
            before.SelectMany((item, index) => Lost(item, now[index], $"{path}[{index}]")),
        _ => JsonNode.DeepEquals(stored, loaded) ? [] : [path],
    };
}
