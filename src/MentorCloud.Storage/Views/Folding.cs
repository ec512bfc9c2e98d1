using System.Globalization;
using System.Text;
using MentorCloud.Storage.Sql;

namespace MentorCloud.Storage.Views;

/// <summary>
/// Text made comparable by us, so that both databases compare bytes: neither SQLite (ASCII only) nor PostgreSQL (by
/// locale) would treat letters beyond ASCII as the other does.
/// </summary>
internal static class Folding
{
    /// <summary>For searching: composed and lower-case, whatever the language.</summary>
    public static string Search(string text) => StorableText.Of(text).Normalize(NormalizationForm.FormC).ToLowerInvariant();

    /// <summary>For sorting: lower-case without accents, so that Émile stands among the Es.</summary>
    public static string Sort(string text)
    {
        var bare = new StringBuilder(text.Length);
        foreach (var letter in StorableText.Of(text).Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark) bare.Append(letter);
        }

        return bare.ToString().Normalize(NormalizationForm.FormC).ToLowerInvariant();
    }

    /// <summary>A LIKE pattern that finds a word anywhere; its own %, _ and \ mean themselves.</summary>
    public static string Contains(string word) => "%" + Search(word)
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("%", "\\%", StringComparison.Ordinal)
        .Replace("_", "\\_", StringComparison.Ordinal) + "%";
}
