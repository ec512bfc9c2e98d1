using System.Text.Json;
using System.Text.Json.Nodes;
using MentorCloud.Contracts.Json;
using MentorCloud.Contracts.State;
using MentorCloud.Grains.Tenants;

namespace MentorCloud.Grains.Tests.StoredStates;

/// <summary>
/// Grain states that earlier programs wrote, one archive for each release, and one for a day on which there were new kinds
/// of grains; all are kept for ever. Every state must be read by the present types and lose nothing. Each is
/// <c>grains.jsonl</c> of an archive as <c>export</c> writes it.
/// </summary>
public sealed class StoredStateTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "StoredStates");

    public static TheoryData<string> Released() =>
        [.. Directory.GetFiles(Folder, "*.jsonl").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Released))]
    public void Every_state_of_a_release_is_read_without_loss(string archive)
    {
        var kinds = new HashSet<string>();
        foreach (var line in File.ReadLines(Path.Combine(Folder, archive)).Select(line => JsonDocument.Parse(line).RootElement))
        {
            if (!line.TryGetProperty("payload", out var payload))
                continue;
            var kind = line.GetProperty("type").GetString()!;
            var stored = payload.GetBytesFromBase64();
            var read = JsonSerializer.Deserialize(stored, EnvelopeOf(kind), ContractsJson.Options);
            var again = JsonSerializer.SerializeToElement(read, EnvelopeOf(kind), ContractsJson.Options);

            Assert.Null(JsonSubset.FirstMissing(WithoutWhatWasGivenUp(stored), again, $"{kind}/{line.GetProperty("key")}"));
            kinds.Add(kind);
        }

        Assert.Superset(new HashSet<string> { "tenant", "participant", "cohort", "round", "pairing", "pairingentry" }, kinds);
    }

    /// <summary>A new kind of grain gets its sample with the commit that makes it: <c>-- states FILE</c> of MentorCloud.Integration.Tests writes one.</summary>
    [Fact]
    public void Every_kind_of_grain_has_a_sample()
    {
        var sampled = Directory.GetFiles(Folder, "*.jsonl").SelectMany(File.ReadLines)
            .Select(line => JsonDocument.Parse(line).RootElement)
            .Where(line => line.TryGetProperty("payload", out _))
            .Select(line => line.GetProperty("type").GetString()!).ToHashSet();
        var kinds = typeof(TenantGrain).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.Name.EndsWith("Grain", StringComparison.Ordinal) && typeof(IGrainWithStringKey).IsAssignableFrom(type))
            .Select(type => type.Name[..^"Grain".Length].ToLowerInvariant());

        Assert.Empty(kinds.Except(sampled));
    }

    [Fact]
    public void Loss_is_found()
    {
        var stored = JsonDocument.Parse("""{"a":1,"b":[{"c":2}]}""").RootElement;

        Assert.Null(JsonSubset.FirstMissing(stored, JsonDocument.Parse("""{"a":1,"b":[{"c":2,"d":3}],"e":4}""").RootElement));
        Assert.Equal("$.a", JsonSubset.FirstMissing(stored, JsonDocument.Parse("""{"b":[{"c":2}]}""").RootElement));
        Assert.Equal("$.b[0].c", JsonSubset.FirstMissing(stored, JsonDocument.Parse("""{"a":1,"b":[{"c":5}]}""").RootElement));
    }

    /// <summary>
    /// Envelopes of 0.1.0 had a number of their shape, which nothing read (docs/adr/0071); facts of a registration had the
    /// company's own id of the person, which an erasure could not take out of the log (docs/adr/0067); a pairing's newest entries
    /// had the commands that wrote them, which the envelope remembers now (docs/adr/0116). Handled commands were an array (docs/adr/0097).
    /// </summary>
    private static JsonElement WithoutWhatWasGivenUp(byte[] stored)
    {
        var envelope = JsonNode.Parse(stored)!.AsObject();
        envelope.Remove("schema");
        foreach (var fact in envelope["outbox"]!.AsArray().SelectMany(entry => entry!["facts"]!.AsArray()))
            if (fact!["$type"]!.GetValue<string>() == "ParticipantRegistered")
                fact.AsObject().Remove("externalId");
        foreach (var entry in envelope["state"]?["entries"]?.AsArray() ?? [])
            entry!.AsObject().Remove("command");
        foreach (var reckoned in new[] { "checkIns", "reassignments", "rounds" })
            envelope["state"]?.AsObject().Remove(reckoned);
        if (envelope["handled"] is JsonArray handled)
            envelope["handled"] = AsOneText(handled);
        return JsonSerializer.SerializeToElement(envelope);
    }

    private static string AsOneText(JsonArray handled) => Convert.ToBase64String(
        [.. handled.SelectMany(command => Convert.FromHexString($"{command!["id"]}{command["fingerprint"]}{0:X8}"))]);

    /// <summary>The type of a kind's record, from the constructor of its grain.</summary>
    private static Type EnvelopeOf(string kind)
    {
        var grain = typeof(TenantGrain).Assembly.GetTypes().Single(type => string.Equals(type.Name, $"{kind}Grain", StringComparison.OrdinalIgnoreCase));
        return grain.GetConstructors().Single().GetParameters()
            .Select(parameter => parameter.ParameterType)
            .Single(type => type.IsGenericType && type.GetGenericArguments()[0].Name == typeof(Envelope<>).Name)
            .GetGenericArguments()[0];
    }
}
