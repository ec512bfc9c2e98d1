using Microsoft.AspNetCore.Http;

namespace MentorCloud.Identity.Pages;

/// <summary>The words of the pages in one language.</summary>
internal sealed record PageTexts
{
    public static PageTexts English { get; } = new()
    {
        Language = "en",
        Login = "Log in",
        Company = "Company",
        CompanyHint = "The short name from your invitation. You can leave it empty when your company uses your e-mail's domain.",
        Email = "E-mail address",
        Password = "Password",
        LoginFailed = "Company, e-mail address and password do not go together. Check all three and try again.",
        TooMany = "Too many attempts. Wait {0} seconds and try again.",
        FormExpired = "This page was open for too long, or came from elsewhere. Please send it again.",
        Logout = "Log out",
        LoggedOut = "You are logged out.",
        LoggedInAs = "Logged in as",
        Account = "Your account",
        LogoutAsk = "Do you want to log out on this device?",
        ChoosePassword = "Choose a password",
        ChoosePasswordHint = "At least 12 characters. A few words that only you would put together are good.",
        Save = "Save",
        PasswordSaved = "Your password is set. You can log in now.",
        LinkInvalid = "This link does not work any more. Ask your administrator for a new invitation.",
        Error = "There is a problem",
        Skip = "Skip to content",
        ProgramProblem = "The program that sent you here asked for something that is not possible. Go back and try again, or tell whoever runs it:",
    };

    public static PageTexts German { get; } = new()
    {
        Language = "de",
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
        ProgramProblem = "Das Programm, von dem Sie kommen, hat etwas verlangt, das nicht möglich ist. Gehen Sie zurück und versuchen Sie es noch einmal, oder sagen Sie denen Bescheid, die es betreiben:",
    };

    public required string Language { get; init; }

    public required string Login { get; init; }

    public required string Company { get; init; }

    public required string CompanyHint { get; init; }

    public required string Email { get; init; }

    public required string Password { get; init; }

    public required string LoginFailed { get; init; }

    public required string TooMany { get; init; }

    public required string FormExpired { get; init; }

    public required string Logout { get; init; }

    public required string LoggedOut { get; init; }

    public required string LoggedInAs { get; init; }

    public required string Account { get; init; }

    public required string LogoutAsk { get; init; }

    public required string ChoosePassword { get; init; }

    public required string ChoosePasswordHint { get; init; }

    public required string Save { get; init; }

    public required string PasswordSaved { get; init; }

    public required string LinkInvalid { get; init; }

    public required string Error { get; init; }

    public required string Skip { get; init; }

    public required string ProgramProblem { get; init; }

    /// <summary>The language that the browser likes best of those we have; English when it likes none.</summary>
    public static PageTexts For(HttpRequest request)
    {
        var wanted = request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => language.Value.ToString().Split('-')[0].ToLowerInvariant());
        return wanted.Select(Named).FirstOrDefault(texts => texts is not null) ?? English;
    }

    private static PageTexts? Named(string language) => language switch
    {
        "en" => English,
        "de" => German,
        _ => null,
    };
}
