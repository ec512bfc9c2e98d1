using System.Collections.Immutable;

namespace MentorCloud.Domain.Pairings.Contracts;

/// <summary>Where the mentoring ends (requirement 26).</summary>
public sealed record Boundaries
{
    /// <summary>Hours a month that the mentor gives this pairing, 1..40; 0 while not set.</summary>
    public int MentorHoursPerMonth { get; init; }

    /// <summary>Kinds of feedback that the mentor offers; at most 10.</summary>
    public ImmutableArray<string> FeedbackKinds { get; init; } = [];

    /// <summary>Topics out of scope; at most 20, none is possible.</summary>
    public ImmutableArray<string> TopicsOutOfScope { get; init; } = [];
}
