namespace MentorCloud.Domain.Access;

/// <summary>Who can act.</summary>
public enum ActorKind
{
    /// <summary>Nobody known: not logged in.</summary>
    Anonymous,

    /// <summary>A person with an account.</summary>
    User,

    /// <summary>A machine client of an integrator.</summary>
    Client,

    /// <summary>MentorCloud itself, for a cause that it names.</summary>
    System,

    /// <summary>A platform operator inside a tenant that is not theirs, by break-glass access: reads, for a time, no texts.</summary>
    Operator,
}
