namespace MentorCloud.Gateway.People;

/// <summary>The input of the same name; <c>ParticipantEraseInput</c> is read as one too.</summary>
internal sealed record ParticipantInput(string IdempotencyKey, string Participant);
