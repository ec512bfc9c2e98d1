using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace MentorCloud.Identity.Pages;

/// <summary>The words of the pages in one language.</summary>
internal sealed partial record PageTexts
{
    public required string Language { get; init; }

    /// <summary><c>ltr</c> or <c>rtl</c>.</summary>
    public required string Direction { get; init; }

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

    public required string Languages { get; init; }

    public required string ProgramProblem { get; init; }

    /// <summary>Every language, by its own name.</summary>
    public static IReadOnlyList<(string Language, string Name)> All { get; } = [("en", "English"), ("de", "Deutsch"), ("ar", "العربية")];

    /// <summary>The language that the person chose; else the one that the browser likes best of those we have; else English.</summary>
    public static PageTexts For(HttpRequest request)
    {
        var wanted = request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => language.Value.ToString().Split('-')[0].ToLowerInvariant());
        return wanted.Prepend(LanguageEndpoint.Chosen(request) ?? string.Empty).Select(Named).FirstOrDefault(texts => texts is not null) ?? English;
    }

    /// <summary><see cref="TooMany"/> with the seconds to wait.</summary>
    public string Wait(TimeSpan wait) => string.Format(CultureInfo.InvariantCulture, TooMany, Math.Ceiling(wait.TotalSeconds));

    /// <summary>The one of three that is in this language.</summary>
    public T Pick<T>(T english, T german, T arabic) => Language switch
    {
        "de" => german,
        "ar" => arabic,
        _ => english,
    };

    private static PageTexts? Named(string language) => language switch
    {
        "en" => English,
        "de" => German,
        "ar" => Arabic,
        _ => null,
    };
}
