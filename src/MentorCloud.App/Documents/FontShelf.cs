using System.Globalization;
using System.Text;

namespace MentorCloud.App.Documents;

/// <summary>
/// The fonts that documents are printed with, in the order in which they are asked for a character: DejaVu Sans and Noto Emoji,
/// which the program carries, and the TrueType files of a folder (docs/adr/0085). Read at the first document.
/// </summary>
/// <param name="folder">The folder; null takes those of <see cref="DebianFolders"/> that are there.</param>
internal sealed class FontShelf(string? folder)
{
    /// <summary>What is printed in the place of a letter that no font has.</summary>
    public const string Replacement = "\uFFFD";

    /// <summary>Where Debian's packages fonts-droid-fallback (Chinese, Japanese) and fonts-nanum (Korean) have their files.</summary>
    public static readonly IReadOnlyList<string> DebianFolders = ["/usr/share/fonts/truetype/droid", "/usr/share/fonts/truetype/nanum"];

    private const string Emoji = "NotoEmoji_400Regular.ttf";

    private readonly Lazy<List<(string Name, TrueTypeFile Font)>> fonts = new(() => Read(folder is null ? DebianFolders : [folder]));

    /// <summary>Cuts a text into stretches of one font each.</summary>
    /// <param name="text">The text.</param>
    /// <param name="missing">Takes what no font has, each as a reader sees it: one letter with its marks.</param>
    /// <returns>The stretches; what is missing is replaced.</returns>
    public IEnumerable<(string Text, string Font)> Split(string text, ISet<string> missing)
    {
        var stretch = new StringBuilder();
        var font = DocumentFonts.Family;
        var letters = StringInfo.GetTextElementEnumerator(text);
        while (letters.MoveNext())
        {
            var (letter, found) = Find(letters.GetTextElement(), missing);
            if (found != font && stretch.Length > 0)
            {
                yield return (stretch.ToString(), font);
                stretch.Clear();
            }

            font = found;
            stretch.Append(letter);
        }

        if (stretch.Length > 0)
        {
            yield return (stretch.ToString(), font);
        }
    }

    /// <summary>The first font that has all of a letter, else of its visible parts; joiners and selectors are nothing to print then.</summary>
    private (string Letter, string Font) Find(string letter, ISet<string> missing)
    {
        var visible = string.Concat(letter.EnumerateRunes().Where(IsVisible).Select(rune => rune.ToString()));
        foreach (var wanted in new[] { letter, visible })
        {
            var found = fonts.Value.Find(each => wanted.EnumerateRunes().All(each.Font.Has)).Name;
            if (found is not null)
            {
                return (wanted, found);
            }
        }

        missing.Add(letter);
        return (Replacement, DocumentFonts.Family);
    }

    private static bool IsVisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.Control) && rune.Value is not (>= 0xFE00 and <= 0xFE0F);

    private static List<(string, TrueTypeFile)> Read(IReadOnlyList<string> folders)
    {
        var found = new List<(string, TrueTypeFile)>();
        foreach (var name in new[] { DocumentFonts.Family, Emoji })
        {
            Take(name, DocumentFonts.ReadEmbedded(name));
        }

        foreach (var path in folders.Where(Directory.Exists).SelectMany(folder => Directory.EnumerateFiles(folder, "*.ttf").Order(StringComparer.Ordinal)))
        {
            Take(Path.GetFullPath(path), File.ReadAllBytes(path));
        }

        return found;

        void Take(string name, byte[] file)
        {
            if (TrueTypeFile.TryRead(file) is { } font)
            {
                found.Add((name, font));
            }
        }
    }
}
