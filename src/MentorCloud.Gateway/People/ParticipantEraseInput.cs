namespace MentorCloud.Gateway.People;

/// <summary>The input of the same name.</summary>
internal sealed record ParticipantEraseInput(string IdempotencyKey, string Participant);
