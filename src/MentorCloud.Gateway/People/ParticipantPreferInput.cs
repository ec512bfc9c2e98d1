namespace MentorCloud.Gateway.People;

/// <summary>The input of the same name.</summary>
internal sealed record ParticipantPreferInput(string IdempotencyKey, string Participant, IReadOnlyList<string> Ranked);
