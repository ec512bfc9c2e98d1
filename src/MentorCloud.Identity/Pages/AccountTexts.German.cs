namespace MentorCloud.Identity.Pages;

/// <summary>The words of the account page in German.</summary>
internal sealed partial record AccountTexts
{
    public static AccountTexts German { get; } = new()
    {
        Code = "Code",
        CodeHint = "Die sechs Ziffern Ihrer Authenticator-App oder einer Ihrer Wiederherstellungscodes.",
        CodeWrong = "Der Code stimmt nicht oder wurde schon benutzt. Bitte den nächsten abwarten und noch einmal versuchen.",
        CodesSpent = "Zu viele falsche Codes für dieses Konto. Bitte später noch einmal versuchen oder einen Ihrer Wiederherstellungscodes verwenden.",
        SecondStep = "Noch ein Schritt",
        SecondFactor = "Zweiter Faktor",
        SecondOn = "Ihre Anmeldung verlangt einen Code Ihrer Authenticator-App.",
        SecondOff = "Ihre Anmeldung verlangt nur ein Passwort.",
        SecondRequired = "Ihr Unternehmen verlangt einen zweiten Faktor. Richten Sie jetzt eine Authenticator-App ein, um die Anmeldung abzuschließen.",
        TurnOn = "Authenticator-App einrichten",
        TurnOff = "Zweiten Faktor abschalten",
        SecretHint = "Geben Sie diesen Schlüssel in Ihre Authenticator-App ein und dann hier den Code, den sie zeigt.",
        OpenApp = "Authenticator-App auf diesem Gerät öffnen",
        RecoveryTitle = "Ihre Wiederherstellungscodes",
        RecoveryHint = "Jeder öffnet Ihr Konto einmal, wenn die App verloren ist. Bewahren Sie sie so auf, dass nur Sie sie finden: Sie werden nicht noch einmal gezeigt.",
        Continue = "Weiter",
        PasswordWrong = "Das Passwort stimmt nicht.",
        PasswordRefused = "Dieses Passwort hat weniger als 12 oder mehr als 128 Zeichen oder gehört zu den ersten, die jemand probiert. Wählen Sie Wörter, die nichts mit Ihnen oder dem Unternehmen zu tun haben.",
        PasswordNow = "Ihr jetziges Passwort",
        PasswordNew = "Ihr neues Passwort",
        Sessions = "Wo Sie angemeldet sind",
        Started = "Seit",
        Browser = "Browser",
        ThisSession = "Dieser Browser",
        End = "Dort abmelden",
        EndOthers = "Überall sonst abmelden",
        Passkeys = "Passkeys",
        PasskeysHint = "Ein Passkey meldet Sie mit Fingerabdruck, Gesicht oder Gerätecode an, ohne Passwort.",
        PasskeyAdd = "Passkey hinzufügen",
        PasskeyName = "Name des Passkeys",
        PasskeyRemove = "Entfernen",
        PasskeyLogin = "Mit einem Passkey anmelden",
        PasskeyFailed = "Der Passkey hat nicht funktioniert. Bitte noch einmal versuchen oder anders anmelden.",
        Forgot = "Passwort vergessen?",
        ResetTitle = "Neues Passwort",
        ResetSend = "Link zusenden",
        ResetSent = "Wenn es zu dieser Adresse ein Konto gibt, ist ein Link dorthin unterwegs. Er gilt eine Stunde.",
    };
}
