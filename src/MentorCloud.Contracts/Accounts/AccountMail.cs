namespace MentorCloud.Contracts.Accounts;

/// <summary>A mail about an account: an invitation, or the way back in after a forgotten password.</summary>
/// <param name="To">The address; checked when the account was made, so that it can hold no second header.</param>
/// <param name="Subject">One line.</param>
/// <param name="Text">Plain text; holds a link that works once.</param>
public sealed record AccountMail(string To, string Subject, string Text)
{
    /// <summary>Writes neither the address nor the text.</summary>
    /// <returns>The subject.</returns>
    public override string ToString() => Subject;
}
