namespace MentorCloud.Identity.Store;

/// <summary>A row of <c>commands</c>: a command that was carried out, so that its repetition does nothing again.</summary>
internal sealed class CommandRecord
{
    public required string Tenant { get; init; }

    public required string Command { get; init; }

    /// <summary>What came of it, as its repetition needs it: the id of an account or client, pairings, numbers.</summary>
    public required string Subject { get; init; }

    /// <summary>A hash of the input: the same command with another input is refused.</summary>
    public required string Input { get; init; }

    public required DateTimeOffset DoneAt { get; init; }
}
