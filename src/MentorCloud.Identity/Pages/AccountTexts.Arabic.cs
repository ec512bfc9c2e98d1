namespace MentorCloud.Identity.Pages;

/// <summary>The words of the account page in Arabic.</summary>
internal sealed partial record AccountTexts
{
    public static AccountTexts Arabic { get; } = new()
    {
        Code = "الرمز",
        CodeHint = "الأرقام الستة من تطبيق المصادقة، أو أحد رموز الاسترداد.",
        CodeWrong = "الرمز غير صحيح أو استُخدم من قبل. انتظر الرمز التالي وحاول مرة أخرى.",
        CodesSpent = "رموز خاطئة كثيرة جدًا لهذا الحساب. انتظر قليلًا أو استخدم أحد رموز الاسترداد.",
        SecondStep = "خطوة أخرى",
        SecondFactor = "العامل الثاني",
        SecondOn = "يطلب تسجيل دخولك رمزًا من تطبيق المصادقة.",
        SecondOff = "يطلب تسجيل دخولك كلمة المرور فقط.",
        SecondRequired = "تطلب شركتك عاملًا ثانيًا. قم بإعداد تطبيق مصادقة الآن لإكمال الدخول.",
        TurnOn = "إعداد تطبيق مصادقة",
        TurnOff = "إيقاف العامل الثاني",
        SecretHint = "أدخل هذا المفتاح في تطبيق المصادقة، ثم اكتب الرمز الذي يعرضه.",
        OpenApp = "فتح تطبيق المصادقة على هذا الجهاز",
        RecoveryTitle = "رموز الاسترداد",
        RecoveryHint = "يفتح كل رمز حسابك مرة واحدة إذا فُقد التطبيق. احفظها حيث لا يجدها غيرك: لن تُعرض مرة أخرى.",
        Continue = "متابعة",
        PasswordWrong = "كلمة المرور غير صحيحة.",
        PasswordRefused = "كلمة المرور هذه أقصر من 12 حرفًا أو أطول من 128 حرفًا، أو من أول ما يجربه المهاجم. اختر كلمات لا علاقة لها بك أو بالشركة.",
        PasswordNow = "كلمة المرور الحالية",
        PasswordNew = "كلمة المرور الجديدة",
        Sessions = "أماكن تسجيل دخولك",
        Started = "منذ",
        Browser = "المتصفح",
        ThisSession = "هذا المتصفح",
        End = "تسجيل الخروج هناك",
        EndOthers = "تسجيل الخروج من كل مكان آخر",
        Passkeys = "مفاتيح المرور",
        PasskeysHint = "مفتاح المرور يسجّل دخولك ببصمتك أو وجهك أو رمز جهازك، دون كلمة مرور.",
        PasskeyAdd = "إضافة مفتاح مرور",
        PasskeyName = "اسم مفتاح المرور",
        PasskeyRemove = "إزالة",
        PasskeyLogin = "تسجيل الدخول بمفتاح مرور",
        PasskeyFailed = "لم ينجح مفتاح المرور. حاول مرة أخرى أو استخدم طريقة أخرى.",
        Forgot = "هل نسيت كلمة المرور؟",
        ResetTitle = "كلمة مرور جديدة",
        ResetSend = "أرسل لي رابطًا",
        ResetSent = "إذا وُجد حساب بهذا العنوان فسيصله رابط صالح لساعة واحدة.",
    };
}
