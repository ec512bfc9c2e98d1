namespace MentorCloud.App.Demo;

/// <summary>Something with a global id and a name.</summary>
internal sealed record DemoThing(string Id, string Name, string? Slug = null);
