namespace MentorCloud.App.Stats;

/// <summary>The stored states of one type of grain.</summary>
/// <param name="Type">The type, in lower case.</param>
/// <param name="States">How many.</param>
/// <param name="Bytes">Their sizes together.</param>
/// <param name="Largest">The size of the largest; the design allows 65,536.</param>
public sealed record GrainKind(string Type, long States, long Bytes, long Largest);
