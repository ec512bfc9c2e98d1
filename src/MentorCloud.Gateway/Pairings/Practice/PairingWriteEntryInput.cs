using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Pairings.Practice;
using MentorCloud.Domain.Privacy;

namespace MentorCloud.Gateway.Pairings.Practice;

/// <summary>The input of the same name.</summary>
internal sealed record PairingWriteEntryInput(
    string IdempotencyKey, string Pairing, EntryKind Kind, IReadOnlyList<EntryText> Texts, Visibility Visibility,
    string? Topic, PairingSide? Owner, DateOnly? DueOn, DateTimeOffset? HappenedAt, FeedbackTone? Tone, int? CheckIn) : IPairingInput;
