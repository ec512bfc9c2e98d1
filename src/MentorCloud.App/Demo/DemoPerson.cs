namespace MentorCloud.App.Demo;

/// <summary>A mentor or mentee who can log in.</summary>
internal sealed record DemoPerson(string Name, string Email, string? Password);
