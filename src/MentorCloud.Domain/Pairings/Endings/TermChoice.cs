namespace MentorCloud.Domain.Pairings.Endings;

/// <summary>What can become of a pairing at the end of its term (requirement 39).</summary>
public enum TermChoice
{
    /// <summary>It goes on for some months.</summary>
    Extend,

    /// <summary>The mentee goes on with another mentor.</summary>
    Rotate,

    /// <summary>The objectives are reached.</summary>
    Graduate,

    /// <summary>It ends.</summary>
    Close,
}
