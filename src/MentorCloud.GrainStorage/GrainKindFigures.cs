namespace MentorCloud.GrainStorage;

/// <summary>The stored states of one type of grain.</summary>
/// <param name="GrainType">The stored name of the type.</param>
/// <param name="States">How many.</param>
/// <param name="Bytes">Their sizes together.</param>
/// <param name="Largest">The size of the largest.</param>
public sealed record GrainKindFigures(string GrainType, long States, long Bytes, long Largest);
