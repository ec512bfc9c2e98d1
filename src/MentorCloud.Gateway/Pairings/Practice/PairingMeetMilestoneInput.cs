namespace MentorCloud.Gateway.Pairings.Practice;

/// <summary>The input of the same name.</summary>
internal sealed record PairingMeetMilestoneInput(string IdempotencyKey, string Pairing, string Title, int Evidence) : IPairingInput;
