namespace MentorCloud.GrainRuntime;

/// <summary>A reminder as the store holds it.</summary>
/// <param name="GrainType">The stored name of the grain class.</param>
/// <param name="Key">The grain's key.</param>
/// <param name="Name">The reminder's name within the grain.</param>
/// <param name="FirstDue">When it was first due.</param>
/// <param name="Period">Between ticks.</param>
/// <param name="NextDue">When it is due next.</param>
/// <param name="Version">Changes with every registration, so that a late advance does not undo a newer schedule.</param>
public sealed record StoredReminder(
    string GrainType, string Key, string Name, DateTimeOffset FirstDue, TimeSpan Period, DateTimeOffset NextDue, long Version);
