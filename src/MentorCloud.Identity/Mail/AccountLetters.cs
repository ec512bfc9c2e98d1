using MentorCloud.Contracts.Accounts;

namespace MentorCloud.Identity.Mail;

/// <summary>The words of the mails; in English and German, since the recipient's language is not known yet.</summary>
internal static class AccountLetters
{
    public static AccountMail Invitation(Invitation invitation) => new(
        invitation.Account.Email, "Your invitation to MentorCloud / Ihre Einladung zu MentorCloud",
        $"""
        Hello,

        you are invited to MentorCloud. Choose your password here until {invitation.ExpiresAt:yyyy-MM-dd HH:mm} UTC:
        {invitation.Link}

        Guten Tag,

        Sie sind zu MentorCloud eingeladen. Wählen Sie hier bis {invitation.ExpiresAt:yyyy-MM-dd HH:mm} UTC Ihr Passwort:
        {invitation.Link}
        """);

    public static AccountMail Reset(Invitation reset) => new(
        reset.Account.Email, "A new password for MentorCloud / Neues Passwort für MentorCloud",
        $"""
        Hello,

        somebody, probably you, asked for a new password. Choose it here until {reset.ExpiresAt:yyyy-MM-dd HH:mm} UTC:
        {reset.Link}
        If it was not you, nothing has changed and there is nothing to do.

        Guten Tag,

        jemand, wahrscheinlich Sie, hat ein neues Passwort angefordert. Wählen Sie es hier bis {reset.ExpiresAt:yyyy-MM-dd HH:mm} UTC:
        {reset.Link}
        Wenn Sie es nicht waren, hat sich nichts geändert, und es ist nichts zu tun.
        """);
}
