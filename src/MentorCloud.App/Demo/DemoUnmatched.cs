namespace MentorCloud.App.Demo;

/// <summary>Somebody who stays without a partner.</summary>
internal sealed record DemoUnmatched(string ExternalId, string Name, string Kind, string Reason, string Detail);
