namespace MentorCloud.Domain.Pairings.Health;

/// <summary>What the alignment checks so far came to. It is counted apart from the duties, which go to pages when they are many.</summary>
/// <param name="Without">Checks in a row without progress.</param>
/// <param name="LastAt">When the newest was closed, UTC.</param>
public sealed record AlignmentCount(int Without, DateTimeOffset LastAt);
