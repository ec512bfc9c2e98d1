namespace MentorCloud.GrainStorage;

/// <summary>What reading a whole store found.</summary>
/// <param name="Records">States that were read.</param>
/// <param name="Problems">Each a sentence that names what is damaged; empty when the store is sound.</param>
public sealed record GrainStoreVerification(long Records, IReadOnlyList<string> Problems)
{
    /// <summary>True when nothing is damaged.</summary>
    public bool IsSound => Problems.Count == 0;
}
