namespace MentorCloud.Identity.Federation;

/// <summary>Why somebody whom the company's provider knows has no account here.</summary>
internal enum FederationProblem
{
    /// <summary>There is one.</summary>
    None,

    /// <summary>None of their groups gives a role.</summary>
    NoRole,

    /// <summary>The provider does not answer for an address in the tenant's own domains.</summary>
    Address,

    /// <summary>No account has the address, and none is made by itself.</summary>
    NoAccount,

    /// <summary>The account of the address is tied to somebody else at the provider.</summary>
    OtherPerson,

    /// <summary>The account is closed.</summary>
    Closed,
}
