namespace MentorCloud.Identity.Pages;

/// <summary>The words of the pages in German.</summary>
internal sealed partial record PageTexts
{
    public static PageTexts German { get; } = new()
    {
        Language = "de",
        Direction = "ltr",
        Login = "Anmelden",
        Company = "Unternehmen",
        CompanyHint = "Der Kurzname aus Ihrer Einladung. Er kann leer bleiben, wenn Ihr Unternehmen die Domain Ihrer E-Mail-Adresse nutzt.",
        Email = "E-Mail-Adresse",
        Password = "Passwort",
        LoginFailed = "Unternehmen, E-Mail-Adresse und Passwort passen nicht zusammen. Bitte alle drei prüfen und noch einmal versuchen.",
        TooMany = "Zu viele Versuche. Bitte {0} Sekunden warten und noch einmal versuchen.",
        FormExpired = "Diese Seite war zu lange geöffnet oder kam von anderswo. Bitte noch einmal absenden.",
        Logout = "Abmelden",
        LoggedOut = "Sie sind abgemeldet.",
        LoggedInAs = "Angemeldet als",
        Account = "Ihr Konto",
        LogoutAsk = "Möchten Sie sich auf diesem Gerät abmelden?",
        ChoosePassword = "Passwort wählen",
        ChoosePasswordHint = "Mindestens 12 Zeichen. Gut sind einige Wörter, die nur Sie so zusammenstellen würden.",
        Save = "Speichern",
        PasswordSaved = "Ihr Passwort ist gespeichert. Sie können sich jetzt anmelden.",
        LinkInvalid = "Dieser Link gilt nicht mehr. Bitten Sie Ihre Administration um eine neue Einladung.",
        Error = "Es gibt ein Problem",
        Skip = "Zum Inhalt",
        Languages = "Sprache",
        ProgramProblem = "Das Programm, von dem Sie kommen, hat etwas verlangt, das nicht möglich ist. Gehen Sie zurück und versuchen Sie es noch einmal, oder sagen Sie denen Bescheid, die es betreiben:",
    };
}
