namespace MentorCloud.Identity.Pages;

/// <summary>The words of the second factor, the sessions and the forgotten password in one language.</summary>
internal sealed record AccountTexts
{
    public static AccountTexts English { get; } = new()
    {
        Code = "Code",
        CodeHint = "The six digits of your authenticator app, or one of your recovery codes.",
        CodeWrong = "The code is not right, or was used before. Wait for the next one and try again.",
        SecondStep = "One more step",
        SecondFactor = "Second factor",
        SecondOn = "Your login asks for a code of your authenticator app.",
        SecondOff = "Your login asks for a password only.",
        TurnOn = "Set up an authenticator app",
        TurnOff = "Turn the second factor off",
        SecretHint = "Enter this key in your authenticator app, then type the code that it shows.",
        RecoveryTitle = "Your recovery codes",
        RecoveryHint = "Each opens your account once when your app is lost. Keep them where only you find them: they are not shown again.",
        PasswordWrong = "The password is not right.",
        PasswordNow = "Your password now",
        PasswordNew = "Your new password",
        Sessions = "Where you are logged in",
        Started = "Since",
        Browser = "Browser",
        ThisSession = "This browser",
        End = "Log out there",
        Forgot = "Forgot your password?",
        ResetTitle = "A new password",
        ResetSend = "Send me a link",
        ResetSent = "If there is an account with this address, a link is on its way to it. It works for one hour.",
    };

    public static AccountTexts German { get; } = new()
    {
        Code = "Code",
        CodeHint = "Die sechs Ziffern Ihrer Authenticator-App oder einer Ihrer Wiederherstellungscodes.",
        CodeWrong = "Der Code stimmt nicht oder wurde schon benutzt. Bitte den nächsten abwarten und noch einmal versuchen.",
        SecondStep = "Noch ein Schritt",
        SecondFactor = "Zweiter Faktor",
        SecondOn = "Ihre Anmeldung verlangt einen Code Ihrer Authenticator-App.",
        SecondOff = "Ihre Anmeldung verlangt nur ein Passwort.",
        TurnOn = "Authenticator-App einrichten",
        TurnOff = "Zweiten Faktor abschalten",
        SecretHint = "Geben Sie diesen Schlüssel in Ihre Authenticator-App ein und dann hier den Code, den sie zeigt.",
        RecoveryTitle = "Ihre Wiederherstellungscodes",
        RecoveryHint = "Jeder öffnet Ihr Konto einmal, wenn die App verloren ist. Bewahren Sie sie so auf, dass nur Sie sie finden: Sie werden nicht noch einmal gezeigt.",
        PasswordWrong = "Das Passwort stimmt nicht.",
        PasswordNow = "Ihr jetziges Passwort",
        PasswordNew = "Ihr neues Passwort",
        Sessions = "Wo Sie angemeldet sind",
        Started = "Seit",
        Browser = "Browser",
        ThisSession = "Dieser Browser",
        End = "Dort abmelden",
        Forgot = "Passwort vergessen?",
        ResetTitle = "Neues Passwort",
        ResetSend = "Link zusenden",
        ResetSent = "Wenn es zu dieser Adresse ein Konto gibt, ist ein Link dorthin unterwegs. Er gilt eine Stunde.",
    };

    public required string Code { get; init; }

    public required string CodeHint { get; init; }

    public required string CodeWrong { get; init; }

    public required string SecondStep { get; init; }

    public required string SecondFactor { get; init; }

    public required string SecondOn { get; init; }

    public required string SecondOff { get; init; }

    public required string TurnOn { get; init; }

    public required string TurnOff { get; init; }

    public required string SecretHint { get; init; }

    public required string RecoveryTitle { get; init; }

    public required string RecoveryHint { get; init; }

    public required string PasswordWrong { get; init; }

    public required string PasswordNow { get; init; }

    public required string PasswordNew { get; init; }

    public required string Sessions { get; init; }

    public required string Started { get; init; }

    public required string Browser { get; init; }

    public required string ThisSession { get; init; }

    public required string End { get; init; }

    public required string Forgot { get; init; }

    public required string ResetTitle { get; init; }

    public required string ResetSend { get; init; }

    public required string ResetSent { get; init; }

    public static AccountTexts In(PageTexts texts) => texts.Language == "de" ? German : English;
}
