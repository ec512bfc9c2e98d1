namespace MentorCloud.Domain.Access;

/// <summary>Scopes as OAuth writes them: lower-case words, separated by spaces (RFC 6749, section 3.3).</summary>
public static class ScopeNames
{
    private static readonly (Scope Scope, string Name)[] All =
    [
        (Scope.ProgramsRead, "programs:read"),
        (Scope.ProgramsWrite, "programs:write"),
        (Scope.AccountsWrite, "accounts:write"),
        (Scope.Directory, "scim"),
    ];

    /// <summary>Every scope name, in order.</summary>
    public static IReadOnlyList<string> Known { get; } = [.. All.Select(entry => entry.Name)];

    /// <summary>Writes scopes as a token carries them.</summary>
    /// <param name="scopes">The scopes.</param>
    /// <returns>Names separated by one space; empty for none.</returns>
    public static string Write(Scope scopes) =>
        string.Join(' ', All.Where(entry => scopes.HasFlag(entry.Scope)).Select(entry => entry.Name));

    /// <summary>Reads scopes; a word that is no scope makes the whole text invalid.</summary>
    /// <param name="text">Names separated by spaces; null or empty is none.</param>
    /// <param name="scopes">The scopes read.</param>
    /// <returns>Whether every word is a scope.</returns>
    public static bool TryRead(string? text, out Scope scopes)
    {
        scopes = Scope.None;
        foreach (var word in (text ?? string.Empty).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var known = Array.Find(All, entry => entry.Name == word);
            if (known.Name is null)
            {
                return false;
            }

            scopes |= known.Scope;
        }

        return true;
    }
}
