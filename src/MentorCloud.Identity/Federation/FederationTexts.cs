using MentorCloud.Identity.Pages;

namespace MentorCloud.Identity.Federation;

/// <summary>The words of the company's login in one language.</summary>
internal sealed record FederationTexts
{
    public static FederationTexts English { get; } = new()
    {
        Button = "Log in with your company's account",
        Onward = "On to your company's login",
        OnwardHint = "You are being taken to the login of your company.",
        Unknown = "This company has no login of its own here. Use your password.",
        Unreachable = "Your company's login cannot be reached at the moment. Try again in a few minutes, or tell your administrator.",
        Refused = "Your company's login did not let you in, or took too long. Try again.",
        NoAccount = "You are known to your company's login, but have no account here that you could use. Ask your administrator.",
        Enforced = "Your company logs in with its own account. Choose “Log in with your company's account”.",
        LogoutThere = "Log out at your company's login too",
    };

    public static FederationTexts German { get; } = new()
    {
        Button = "Mit dem Konto Ihres Unternehmens anmelden",
        Onward = "Weiter zur Anmeldung Ihres Unternehmens",
        OnwardHint = "Sie werden zur Anmeldung Ihres Unternehmens weitergeleitet.",
        Unknown = "Dieses Unternehmen hat hier keine eigene Anmeldung. Bitte das Passwort benutzen.",
        Unreachable = "Die Anmeldung Ihres Unternehmens ist zurzeit nicht erreichbar. Bitte in einigen Minuten noch einmal versuchen oder der Administration Bescheid geben.",
        Refused = "Die Anmeldung Ihres Unternehmens hat Sie nicht eingelassen oder zu lange gedauert. Bitte noch einmal versuchen.",
        NoAccount = "Die Anmeldung Ihres Unternehmens kennt Sie, aber hier gibt es kein Konto, das Sie nutzen könnten. Bitte fragen Sie Ihre Administration.",
        Enforced = "Ihr Unternehmen meldet sich mit dem eigenen Konto an. Wählen Sie „Mit dem Konto Ihres Unternehmens anmelden“.",
        LogoutThere = "Auch bei der Anmeldung Ihres Unternehmens abmelden",
    };

    public static FederationTexts Arabic { get; } = new()
    {
        Button = "تسجيل الدخول بحساب شركتك",
        Onward = "المتابعة إلى صفحة دخول شركتك",
        OnwardHint = "يجري نقلك إلى صفحة تسجيل الدخول الخاصة بشركتك.",
        Unknown = "ليس لهذه الشركة تسجيل دخول خاص بها هنا. استخدم كلمة المرور.",
        Unreachable = "لا يمكن الوصول إلى صفحة دخول شركتك حاليًا. حاول مرة أخرى بعد دقائق، أو أخبر المسؤول.",
        Refused = "لم تسمح لك صفحة دخول شركتك بالدخول، أو استغرقت وقتًا طويلًا. حاول مرة أخرى.",
        NoAccount = "شركتك تعرفك، لكن لا يوجد لك هنا حساب يمكنك استخدامه. اسأل المسؤول.",
        Enforced = "تسجّل شركتك الدخول بحسابها الخاص. اختر «تسجيل الدخول بحساب شركتك».",
        LogoutThere = "تسجيل الخروج من حساب شركتك أيضًا",
    };

    public required string Button { get; init; }

    public required string Onward { get; init; }

    public required string OnwardHint { get; init; }

    public required string Unknown { get; init; }

    public required string Unreachable { get; init; }

    public required string Refused { get; init; }

    public required string NoAccount { get; init; }

    public required string Enforced { get; init; }

    public required string LogoutThere { get; init; }

    public static FederationTexts In(PageTexts texts) => texts.Pick(English, German, Arabic);
}
