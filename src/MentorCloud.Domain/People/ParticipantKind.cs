namespace MentorCloud.Domain.People;

/// <summary>What a participant is in a program.</summary>
public enum ParticipantKind
{
    /// <summary>Gives mentoring.</summary>
    Mentor,

    /// <summary>Receives mentoring.</summary>
    Mentee,
}
