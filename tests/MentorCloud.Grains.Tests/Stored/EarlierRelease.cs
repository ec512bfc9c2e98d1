using System.Text.Json.Nodes;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Grains.Tests.Stored;

/// <summary>Parts of a grain's record as earlier releases wrote them.</summary>
internal static class EarlierRelease
{
    /// <summary>A handled command, one of an array (docs/adr/0097).</summary>
    public static JsonObject Command(CommandId id, string fingerprint) => new() { ["id"] = id.ToString(), ["fingerprint"] = fingerprint };
}
