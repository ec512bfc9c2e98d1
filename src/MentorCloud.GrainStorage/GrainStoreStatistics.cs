namespace MentorCloud.GrainStorage;

/// <summary>Figures of a store.</summary>
/// <param name="States">Stored states.</param>
/// <param name="Reminders">Registered reminders.</param>
/// <param name="Bytes">Size on disk.</param>
/// <param name="Schema">Number of the schema.</param>
/// <param name="Commits">Transactions since the store was opened.</param>
/// <param name="Writes">Writes in them; divided by <paramref name="Commits"/>, the mean size of a group.</param>
public sealed record GrainStoreStatistics(long States, long Reminders, long Bytes, int Schema, long Commits, long Writes);
