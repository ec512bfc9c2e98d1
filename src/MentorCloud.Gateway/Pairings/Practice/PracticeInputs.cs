using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Pairings.Practice;
using MentorCloud.Domain.Privacy;

namespace MentorCloud.Gateway.Pairings.Practice;

/// <summary>The input of the same name.</summary>
internal sealed record PairingWriteEntryInput(
    string IdempotencyKey, string Pairing, EntryKind Kind, IReadOnlyList<EntryText> Texts, Visibility Visibility,
    string? Topic, PairingSide? Owner, DateOnly? DueOn, DateTimeOffset? HappenedAt, FeedbackTone? Tone, int? CheckIn) : IPairingInput;

/// <summary>The input of the same name.</summary>
internal sealed record PairingMoveEntryInput(
    string IdempotencyKey, string Pairing, int Number, EntryStatus Status, IReadOnlyList<EntryText> Texts) : IPairingInput;

/// <summary>The input of the same name.</summary>
internal sealed record PairingShareEntryInput(string IdempotencyKey, string Pairing, int Number, Visibility Visibility) : IPairingInput;

/// <summary>The input of the same name.</summary>
internal sealed record PairingMeetMilestoneInput(string IdempotencyKey, string Pairing, string Title, int Evidence) : IPairingInput;

/// <summary>The input of the same name.</summary>
internal sealed record PairingNoteSmallWinInput(string IdempotencyKey, string Pairing, string Title, int SmallWin) : IPairingInput;
