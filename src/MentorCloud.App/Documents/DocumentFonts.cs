using PdfSharp.Fonts;

namespace MentorCloud.App.Documents;

/// <summary>Hands PDFsharp the files of fonts; it knows one such place for the whole process, and keeps what it has read.</summary>
internal sealed class DocumentFonts : IFontResolver
{
    /// <summary>The family that has a file of its own for bold; others are drawn bold by the printer.</summary>
    public const string Family = "DejaVuSans.ttf";

    private const string Bold = "DejaVuSans-Bold.ttf";

    private static readonly Lazy<bool> Installed = new(static () =>
    {
        GlobalFontSettings.FontResolver = new DocumentFonts();
        return true;
    });

    /// <summary>Installs it; a font's name is then that of an embedded one, or the path of a file.</summary>
    public static void Install() => _ = Installed.Value;

    /// <summary>A font that is embedded in the program, so that a bare machine prints what every other prints.</summary>
    public static byte[] ReadEmbedded(string name)
    {
        using var stream = typeof(DocumentFonts).Assembly.GetManifestResourceStream($"fonts/{name}")!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    /// <inheritdoc/>
    public FontResolverInfo ResolveTypeface(string familyName, bool isBold, bool isItalic) =>
        familyName == Family ? new(isBold ? Bold : Family) : new(familyName, isBold, mustSimulateItalic: false);

    /// <inheritdoc/>
    public byte[] GetFont(string faceName) => Path.IsPathRooted(faceName) ? File.ReadAllBytes(faceName) : ReadEmbedded(faceName);
}
