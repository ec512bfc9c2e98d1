namespace MentorCloud.GrainStorage;

/// <summary>What a store's file holds.</summary>
/// <param name="Kinds">States by type of grain, in order of the types.</param>
/// <param name="Reminders">Registered reminders.</param>
/// <param name="Overdue">Those of them that are due.</param>
/// <param name="NextDue">When the earliest is due; null without reminders.</param>
/// <param name="Schema">Number of the schema.</param>
/// <param name="Bytes">Size of the file, without its log.</param>
public sealed record GrainStoreFigures(
    IReadOnlyList<GrainKindFigures> Kinds, long Reminders, long Overdue, DateTimeOffset? NextDue, int Schema, long Bytes);
