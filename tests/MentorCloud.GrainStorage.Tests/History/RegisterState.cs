namespace MentorCloud.GrainStorage.Tests.History;

internal sealed record RegisterState
{
    public long Place { get; init; }

    public long Value { get; init; }
}
