namespace MentorCloud.Domain.Pairings;

/// <summary>The two sides of a pairing.</summary>
public enum PairingSide
{
    /// <summary>The mentor's.</summary>
    Mentor,

    /// <summary>The mentee's.</summary>
    Mentee,
}
