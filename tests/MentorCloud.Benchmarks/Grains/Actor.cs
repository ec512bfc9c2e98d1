namespace MentorCloud.Benchmarks.Grains;

/// <summary>Stands for the actor that every command carries.</summary>
internal sealed record Actor(string Tenant, string Role);
