namespace MentorCloud.Benchmarks.Grains;

/// <summary>About one kilobyte as JSON.</summary>
internal sealed class StoredState
{
    public string Text { get; set; } = new('s', 980);

    public long Count { get; set; }
}
