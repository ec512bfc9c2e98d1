using System.Collections.Immutable;

namespace MentorCloud.Contracts.Accounts;

/// <summary>A mail to somebody with an account: an invitation, the way back in after a forgotten password, word of an operator's access, an invitation to a meeting.</summary>
/// <param name="To">The address; checked when the account was made, so that it can hold no second header.</param>
/// <param name="Subject">One line.</param>
/// <param name="Text">Plain text; may hold a link that works once.</param>
public sealed record AccountMail(string To, string Subject, string Text)
{
    /// <summary>What the mail is known by: of those with the same id one is sent, however often it is handed over. Null (default) for a mail that is always another.</summary>
    public Guid? Id { get; init; }

    /// <summary>Addresses of others whom the mail names, by which it is forgotten when one of them is erased. Default none.</summary>
    public ImmutableArray<string> About { get; init; } = [];

    /// <summary>For calendars, beside the text; null (default) when there is nothing.</summary>
    public MailCalendar? Calendar { get; init; }

    /// <summary>Writes neither the address nor the text.</summary>
    /// <returns>The subject.</returns>
    public override string ToString() => Subject;
}
