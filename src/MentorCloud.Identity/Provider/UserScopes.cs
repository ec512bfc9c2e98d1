namespace MentorCloud.Identity.Provider;

/// <summary>The scopes of a login to a program.</summary>
internal static class UserScopes
{
    public const string OpenId = "openid";
    public const string Profile = "profile";
    public const string Email = "email";

    /// <summary>A refresh token comes along.</summary>
    public const string Offline = "offline_access";

    /// <summary>MentorCloud's own API, in the person's name and with their roles.</summary>
    public const string Api = "api";

    public static IReadOnlyList<string> All { get; } = [OpenId, Profile, Email, Offline, Api];

    public static bool Has(string scope, string name) => scope.Split(' ').Contains(name, StringComparer.Ordinal);

    /// <summary>The scope in our order and each once; null when it names one that we do not have.</summary>
    public static string? Read(string? text)
    {
        var words = (text ?? string.Empty).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 0 && words.All(word => All.Contains(word)) ? string.Join(' ', All.Where(words.Contains)) : null;
    }
}
