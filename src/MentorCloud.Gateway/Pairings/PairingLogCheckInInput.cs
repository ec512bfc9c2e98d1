using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Privacy;

namespace MentorCloud.Gateway.Pairings;

/// <summary>The input of the same name.</summary>
internal sealed record PairingLogCheckInInput(
    string IdempotencyKey, string Pairing, DateTimeOffset HeldAt, int Minutes, string? Note, Visibility NoteVisibility,
    PairingSide? InitiatedBy) : IPairingInput;
