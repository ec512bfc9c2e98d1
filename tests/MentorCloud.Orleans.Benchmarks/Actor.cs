namespace MentorCloud.Orleans.Benchmarks;

/// <summary>Stands for the actor that every command carries; immutable, so that Orleans hands it over as it is.</summary>
[GenerateSerializer]
[Immutable]
public sealed record Actor([property: Id(0)] string Tenant, [property: Id(1)] string Role);
