using PdfSharp.Fonts;

namespace MentorCloud.App.Documents;

/// <summary>The one font of printed documents: embedded, so that a bare machine prints what every other prints.</summary>
internal sealed class DocumentFonts : IFontResolver
{
    /// <summary>The family's name.</summary>
    public const string Family = "DejaVu Sans";

    private const string Plain = "DejaVuSans.ttf";
    private const string Bold = "DejaVuSans-Bold.ttf";

    private static readonly Lazy<bool> Installed = new(static () =>
    {
        GlobalFontSettings.FontResolver = new DocumentFonts();
        return true;
    });

    /// <summary>Installs the font; PDFsharp knows one resolver for the whole process.</summary>
    public static void Install() => _ = Installed.Value;

    /// <inheritdoc/>
    public FontResolverInfo ResolveTypeface(string familyName, bool isBold, bool isItalic) => new(isBold ? Bold : Plain);

    /// <inheritdoc/>
    public byte[] GetFont(string faceName)
    {
        using var stream = typeof(DocumentFonts).Assembly.GetManifestResourceStream($"fonts/{faceName}")!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
