namespace MentorCloud.Gateway.People;

/// <summary>The type of the same name.</summary>
internal sealed record PersonExport(string FileName, string Archive);
