namespace MentorCloud.GrainStorage.Tests.History;

/// <summary>How many values were appended, and the newest of them, oldest first.</summary>
internal sealed record RegisterState
{
    /// <summary>How many of the newest values are kept.</summary>
    public const int Kept = 16;

    public long Place { get; init; }

    public long[] Newest { get; init; } = [];

    public RegisterState With(long value) => new()
    {
        Place = Place + 1,
        Newest = Newest.Length < Kept ? [.. Newest, value] : [.. Newest[1..], value],
    };
}
