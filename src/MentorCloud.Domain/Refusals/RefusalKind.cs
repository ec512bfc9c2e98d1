namespace MentorCloud.Domain.Refusals;

/// <summary>The kinds of refusal, each mapped to one wire status at the edge.</summary>
public enum RefusalKind
{
    /// <summary>The input itself is wrong; repeat with other input.</summary>
    Invalid,

    /// <summary>No such thing, or a thing of another tenant: the two look alike.</summary>
    NotFound,

    /// <summary>The caller may not do this.</summary>
    Forbidden,

    /// <summary>Who is calling is not known; log in.</summary>
    Unauthenticated,

    /// <summary>The thing is in a state in which this cannot be done.</summary>
    Conflict,

    /// <summary>A limit, quota or capacity is used up.</summary>
    Exhausted,

    /// <summary>Temporarily impossible; repeat later with the same idempotency key.</summary>
    Unavailable,
}
