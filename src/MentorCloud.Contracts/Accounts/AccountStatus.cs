namespace MentorCloud.Contracts.Accounts;

/// <summary>Where an account is in its life.</summary>
public enum AccountStatus
{
    /// <summary>Created without a password; waits for its invitation to be accepted or for single sign-on.</summary>
    Invited,

    /// <summary>Can log in.</summary>
    Active,

    /// <summary>Cannot log in any more; its address is free for a new account.</summary>
    Closed,
}
