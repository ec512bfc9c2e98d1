namespace MentorCloud.Gateway.Pairings;

/// <summary>The input of the same name.</summary>
internal sealed record MeasurableObjectiveInput(string Statement, string Measure, string Target);
