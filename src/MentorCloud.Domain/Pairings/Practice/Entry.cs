using MentorCloud.Domain.Privacy;

namespace MentorCloud.Domain.Pairings.Practice;

/// <summary>The head of something that one of the two wrote; its texts are sealed on a page of its own and never in state, facts or views.</summary>
public sealed record Entry
{
    /// <summary>1, 2, 3 ... within the pairing.</summary>
    public required int Number { get; init; }

    /// <summary>What it is.</summary>
    public required EntryKind Kind { get; init; }

    /// <summary>Who wrote it.</summary>
    public required PairingSide Author { get; init; }

    /// <summary>Who may see it.</summary>
    public required Visibility Visibility { get; init; }

    /// <summary>When it was written, UTC.</summary>
    public required DateTimeOffset WrittenAt { get; init; }

    /// <summary>Where it is.</summary>
    public EntryStatus Status { get; init; }

    /// <summary>When it was finished or given up, UTC; null while not.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>What it is about: competency of a plan item, title of a milestone, form of a stretch opportunity; null when nothing.</summary>
    public string? Topic { get; init; }

    /// <summary>Who owns it; null where nobody has to.</summary>
    public PairingSide? Owner { get; init; }

    /// <summary>The day it is due; null when open. A pause moves it while the entry is open.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>When what it speaks of happened, UTC; null when not said.</summary>
    public DateTimeOffset? HappenedAt { get; init; }

    /// <summary>Praise or critique; null unless feedback.</summary>
    public FeedbackTone? Tone { get; init; }

    /// <summary>Number of the check-in that a note is on; null otherwise.</summary>
    public int? CheckIn { get; init; }

    /// <summary>How many texts its page holds.</summary>
    public int Texts { get; init; }

    /// <summary>Whether nothing more follows.</summary>
    public bool IsClosed => Status is EntryStatus.Done or EntryStatus.Dropped;
}
