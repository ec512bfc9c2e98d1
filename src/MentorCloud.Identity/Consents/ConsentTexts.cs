using MentorCloud.Identity.Pages;
using MentorCloud.Identity.Provider;

namespace MentorCloud.Identity.Consents;

/// <summary>The words of the question whether a program may get in.</summary>
internal sealed record ConsentTexts
{
    public static ConsentTexts English { get; } = new()
    {
        Title = "May this program get in?",
        Asks = "wants, in your name, to:",
        OpenId = "know that it is you",
        Profile = "see your name and your roles",
        Email = "see your e-mail address",
        Offline = "stay logged in while you are away, for 90 days at most",
        Api = "read and change in MentorCloud what you may read and change yourself",
        Leads = "Either way you go on to",
        Kept = "If you allow it, you are not asked again until it wants more. You can take it back at any time on the page of your account.",
        EachTime = "You are asked each time, because we cannot tell this program from others. You can take it back at any time on the page of your account.",
        Allow = "Allow",
        Deny = "Do not allow",
        Programs = "Programs that you allowed",
        Program = "Program, since",
        May = "It may",
        TakeBack = "Take back",
    };

    public static ConsentTexts German { get; } = new()
    {
        Title = "Darf dieses Programm hinein?",
        Asks = "möchte in Ihrem Namen:",
        OpenId = "wissen, dass Sie es sind",
        Profile = "Ihren Namen und Ihre Rollen sehen",
        Email = "Ihre E-Mail-Adresse sehen",
        Offline = "angemeldet bleiben, wenn Sie nicht da sind, höchstens 90 Tage",
        Api = "in MentorCloud lesen und ändern, was Sie selbst lesen und ändern dürfen",
        Leads = "In beiden Fällen geht es weiter zu",
        Kept = "Wenn Sie es erlauben, werden Sie erst wieder gefragt, wenn es mehr möchte. Sie können es jederzeit auf der Seite Ihres Kontos zurücknehmen.",
        EachTime = "Sie werden jedes Mal gefragt, weil wir dieses Programm nicht von anderen unterscheiden können. Sie können es jederzeit auf der Seite Ihres Kontos zurücknehmen.",
        Allow = "Erlauben",
        Deny = "Nicht erlauben",
        Programs = "Programme, denen Sie es erlaubt haben",
        Program = "Programm, seit",
        May = "Es darf",
        TakeBack = "Zurücknehmen",
    };

    public static ConsentTexts Arabic { get; } = new()
    {
        Title = "هل تسمح لهذا البرنامج بالدخول؟",
        Asks = "يريد باسمك:",
        OpenId = "معرفة أنك أنت",
        Profile = "رؤية اسمك وأدوارك",
        Email = "رؤية عنوان بريدك الإلكتروني",
        Offline = "البقاء مسجَّل الدخول في غيابك، 90 يومًا على الأكثر",
        Api = "قراءة وتغيير ما يحق لك قراءته وتغييره في MentorCloud",
        Leads = "في كلتا الحالتين تنتقل إلى",
        Kept = "إذا سمحت فلن تُسأل مرة أخرى حتى يطلب المزيد. يمكنك سحب ذلك في أي وقت من صفحة حسابك.",
        EachTime = "تُسأل في كل مرة لأننا لا نستطيع تمييز هذا البرنامج من غيره. يمكنك سحب ذلك في أي وقت من صفحة حسابك.",
        Allow = "أسمح",
        Deny = "لا أسمح",
        Programs = "البرامج التي سمحت لها",
        Program = "البرنامج، منذ",
        May = "يحق له",
        TakeBack = "سحب الإذن",
    };

    public required string Title { get; init; }

    public required string Asks { get; init; }

    public required string OpenId { get; init; }

    public required string Profile { get; init; }

    public required string Email { get; init; }

    public required string Offline { get; init; }

    public required string Api { get; init; }

    public required string Leads { get; init; }

    public required string Kept { get; init; }

    public required string EachTime { get; init; }

    public required string Allow { get; init; }

    public required string Deny { get; init; }

    public required string Programs { get; init; }

    public required string Program { get; init; }

    public required string May { get; init; }

    public required string TakeBack { get; init; }

    public static ConsentTexts In(PageTexts texts) => texts.Pick(English, German, Arabic);

    /// <summary>What a scope lets a program do.</summary>
    public string Of(string scope) => scope switch
    {
        UserScopes.OpenId => OpenId,
        UserScopes.Profile => Profile,
        UserScopes.Email => Email,
        UserScopes.Offline => Offline,
        UserScopes.Api => Api,
        _ => scope,
    };
}
