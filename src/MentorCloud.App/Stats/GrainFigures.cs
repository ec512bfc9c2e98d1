namespace MentorCloud.App.Stats;

/// <summary>What the grains' store holds.</summary>
/// <param name="Kinds">States by type of grain.</param>
/// <param name="Reminders">Registered reminders.</param>
/// <param name="Overdue">Those of them that are due.</param>
/// <param name="NextDue">When the earliest is due, UTC; null without reminders.</param>
/// <param name="Schema">The schema's number.</param>
/// <param name="Bytes">Size on disk.</param>
public sealed record GrainFigures(
    IReadOnlyList<GrainKind> Kinds, long Reminders, long Overdue, DateTimeOffset? NextDue, int Schema, long Bytes);
