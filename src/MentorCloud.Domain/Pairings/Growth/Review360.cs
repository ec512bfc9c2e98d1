using System.Collections.Immutable;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Pairings.Growth;

/// <summary>One 360-degree review of a learner. Who answered what is never shown; nothing is before it is closed (requirement 53).</summary>
public sealed record Review360
{
    /// <summary>1, 2, 3 ... within the pairing.</summary>
    public required int Number { get; init; }

    /// <summary>Whom it is about: the mentee, except among peers, who both learn.</summary>
    public PairingSide Of { get; init; } = PairingSide.Mentee;

    /// <summary>What is rated, 1..12 competencies.</summary>
    public required ImmutableArray<string> Competencies { get; init; }

    /// <summary>Who is asked; at most 20 people outside the pairing.</summary>
    public required ImmutableArray<ParticipantId> Asked { get; init; }

    /// <summary>Who has answered; kept apart from the scores.</summary>
    public ImmutableArray<ParticipantId> Answered { get; init; } = [];

    /// <summary>Answers in order of their scores, not of their coming: nothing says whose they are.</summary>
    public ImmutableArray<ImmutableArray<int>> Scores { get; init; } = [];

    /// <summary>Whether it is closed.</summary>
    public bool IsClosed { get; init; }
}
