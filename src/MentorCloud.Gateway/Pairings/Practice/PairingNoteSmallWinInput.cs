namespace MentorCloud.Gateway.Pairings.Practice;

/// <summary>The input of the same name.</summary>
internal sealed record PairingNoteSmallWinInput(string IdempotencyKey, string Pairing, string Title, int SmallWin) : IPairingInput;
