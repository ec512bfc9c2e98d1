using System.Collections.Immutable;
using MentorCloud.Domain.Privacy;

namespace MentorCloud.Domain.Pairings.Practice;

/// <summary>Writes an entry. Which texts and fields a kind asks for is in <see cref="EntryRules"/>.</summary>
public sealed record WriteEntry : PairingCommand
{
    /// <summary>What it is.</summary>
    public required EntryKind Kind { get; init; }

    /// <summary>Its texts; together at most 8,000 characters.</summary>
    public required ImmutableArray<EntryText> Texts { get; init; }

    /// <summary>Who may see it; within what the kind allows.</summary>
    public required Visibility Visibility { get; init; }

    /// <summary>Competency, milestone or form of a stretch opportunity, 1..200 characters; null where the kind asks for none.</summary>
    public string? Topic { get; init; }

    /// <summary>Who owns it; null where the kind asks for nobody.</summary>
    public PairingSide? Owner { get; init; }

    /// <summary>The day it is due, from the pairing's first day to ten years from now; null when open.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>When what it speaks of happened: not in the future, at most a year ago and a month before the pairing began; null where the kind does not ask.</summary>
    public DateTimeOffset? HappenedAt { get; init; }

    /// <summary>Praise or critique; null unless feedback.</summary>
    public FeedbackTone? Tone { get; init; }

    /// <summary>Number of the check-in that a note is on; null otherwise.</summary>
    public int? CheckIn { get; init; }
}
