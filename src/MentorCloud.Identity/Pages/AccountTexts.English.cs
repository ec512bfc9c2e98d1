namespace MentorCloud.Identity.Pages;

/// <summary>The words of the account page in English.</summary>
internal sealed partial record AccountTexts
{
    public static AccountTexts English { get; } = new()
    {
        Code = "Code",
        CodeHint = "The six digits of your authenticator app, or one of your recovery codes.",
        CodeWrong = "The code is not right, or was used before. Wait for the next one and try again.",
        CodesSpent = "Too many wrong codes for this account. Wait a while, or use one of your recovery codes.",
        SecondStep = "One more step",
        SecondFactor = "Second factor",
        SecondOn = "Your login asks for a code of your authenticator app.",
        SecondOff = "Your login asks for a password only.",
        SecondRequired = "Your company asks for a second factor. Set up an authenticator app now to finish logging in.",
        TurnOn = "Set up an authenticator app",
        TurnOff = "Turn the second factor off",
        SecretHint = "Enter this key in your authenticator app, then type the code that it shows.",
        OpenApp = "Open the authenticator app on this device",
        RecoveryTitle = "Your recovery codes",
        RecoveryHint = "Each opens your account once when your app is lost. Keep them where only you find them: they are not shown again.",
        Continue = "Continue",
        PasswordWrong = "The password is not right.",
        PasswordRefused = "This password has fewer than 12 or more than 128 characters, or is among the first that an attacker tries. Choose words that have nothing to do with you or the company.",
        PasswordNow = "Your password now",
        PasswordNew = "Your new password",
        Sessions = "Where you are logged in",
        Started = "Since",
        Browser = "Browser",
        ThisSession = "This browser",
        End = "Log out there",
        EndOthers = "Log out everywhere else",
        Passkeys = "Passkeys",
        PasskeysHint = "A passkey logs you in by your fingerprint, your face or your device's code, without a password.",
        PasskeyAdd = "Add a passkey",
        PasskeyName = "Name of the passkey",
        PasskeyRemove = "Remove",
        PasskeyLogin = "Log in with a passkey",
        PasskeyFailed = "The passkey did not work. Try again, or log in another way.",
        Forgot = "Forgot your password?",
        ResetTitle = "A new password",
        ResetSend = "Send me a link",
        ResetSent = "If there is an account with this address, a link is on its way to it. It works for one hour.",
    };
}
