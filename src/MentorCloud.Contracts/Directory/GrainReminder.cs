namespace MentorCloud.Contracts.Directory;

/// <summary>A reminder that a grain registered.</summary>
/// <param name="GrainType">The kind of grain in lower case.</param>
/// <param name="Key">The grain's key.</param>
/// <param name="Name">The reminder's name within the grain.</param>
/// <param name="FirstDue">When it was first due.</param>
/// <param name="NextDue">When it is due next; the past for one that is overdue.</param>
/// <param name="Period">From one ring to the next; a minute or more.</param>
public sealed record GrainReminder(string GrainType, string Key, string Name, DateTimeOffset FirstDue, DateTimeOffset NextDue, TimeSpan Period);
