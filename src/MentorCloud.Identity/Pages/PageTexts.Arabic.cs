namespace MentorCloud.Identity.Pages;

/// <summary>The words of the pages in Arabic.</summary>
internal sealed partial record PageTexts
{
    public static PageTexts Arabic { get; } = new()
    {
        Language = "ar",
        Direction = "rtl",
        Login = "تسجيل الدخول",
        Company = "الشركة",
        CompanyHint = "الاسم المختصر الوارد في دعوتك. يمكنك تركه فارغًا إذا كانت شركتك تستخدم نطاق بريدك الإلكتروني.",
        Email = "البريد الإلكتروني",
        Password = "كلمة المرور",
        LoginFailed = "الشركة والبريد الإلكتروني وكلمة المرور غير متطابقة. تحقق منها جميعًا وحاول مرة أخرى.",
        TooMany = "محاولات كثيرة جدًا. انتظر {0} ثانية وحاول مرة أخرى.",
        FormExpired = "بقيت هذه الصفحة مفتوحة مدة طويلة أو وردت من مكان آخر. أرسلها مرة أخرى.",
        Logout = "تسجيل الخروج",
        LoggedOut = "تم تسجيل خروجك.",
        LoggedInAs = "تم تسجيل الدخول باسم",
        Account = "حسابك",
        LogoutAsk = "هل تريد تسجيل الخروج من هذا الجهاز؟",
        ChoosePassword = "اختر كلمة مرور",
        ChoosePasswordHint = "12 حرفًا على الأقل. من الجيد اختيار بضع كلمات لا يجمعها غيرك.",
        Save = "حفظ",
        PasswordSaved = "تم حفظ كلمة المرور. يمكنك تسجيل الدخول الآن.",
        LinkInvalid = "لم يعد هذا الرابط صالحًا. اطلب دعوة جديدة من المسؤول.",
        Error = "هناك مشكلة",
        Skip = "انتقل إلى المحتوى",
        Languages = "اللغة",
        ProgramProblem = "طلب البرنامج الذي أرسلك إلى هنا شيئًا غير ممكن. ارجع وحاول مرة أخرى، أو أخبر من يديره:",
    };
}
