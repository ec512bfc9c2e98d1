using MentorCloud.Domain.Pairings.Practice;

namespace MentorCloud.Gateway.Pairings.Practice;

/// <summary>The input of the same name.</summary>
internal sealed record PairingMoveEntryInput(
    string IdempotencyKey, string Pairing, int Number, EntryStatus Status, IReadOnlyList<EntryText> Texts) : IPairingInput;
