namespace MentorCloud.Contracts.Accounts;

/// <summary>Sends mails about accounts. By default they are put into a folder as files.</summary>
public interface IAccountMail
{
    /// <summary>Sends a mail, or takes it over durably; one with an id that was taken over before is not sent again.</summary>
    /// <param name="mail">The mail.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>Completes when the mail cannot be lost any more.</returns>
    Task SendAsync(AccountMail mail, CancellationToken cancellationToken);

    /// <summary>Forgets mails that wait still and go to an address, or are about the person who has it, because the person was erased. Repeating is safe.</summary>
    /// <param name="address">The address, as it was written to.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>Completes when none is left.</returns>
    Task ForgetAsync(string address, CancellationToken cancellationToken);
}
