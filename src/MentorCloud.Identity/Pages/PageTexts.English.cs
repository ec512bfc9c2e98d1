namespace MentorCloud.Identity.Pages;

/// <summary>The words of the pages in English.</summary>
internal sealed partial record PageTexts
{
    public static PageTexts English { get; } = new()
    {
        Language = "en",
        Direction = "ltr",
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
        Languages = "Language",
        ProgramProblem = "The program that sent you here asked for something that is not possible. Go back and try again, or tell whoever runs it:",
    };
}
