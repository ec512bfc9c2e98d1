using MentorCloud.Contracts.Documents;
using PdfSharp.Pdf;

namespace MentorCloud.App.Documents;

/// <summary>Prints documents with PDFsharp (docs/adr/0085).</summary>
internal sealed class PdfPrinter(FontShelf shelf) : IDocumentPrinter
{
    private const int MissingNamed = 40;
    private const double NoteSize = 8;

    /// <inheritdoc/>
    public PrintedDocument Print(string title, string markdown)
    {
        DocumentFonts.Install();
        using var document = new PdfDocument();
        document.Info.Title = title;
        document.Info.Creator = "MentorCloud";
        var missing = Set(document, title, markdown);
        using var file = new MemoryStream();
        document.Save(file);
        return new PrintedDocument(file.ToArray(), [.. missing]);
    }

    /// <summary>Sets the lines and, when letters are missing, a last one that says which.</summary>
    private IReadOnlyCollection<string> Set(PdfDocument document, string title, string markdown)
    {
        using var pages = new PdfPages(document, title, shelf);
        foreach (var line in MarkdownLine.Read(markdown))
        {
            pages.Set(line);
        }

        if (pages.Missing.Count > 0)
        {
            var named = pages.Missing.Take(MissingNamed).Select(letter => string.Join(' ', letter.EnumerateRunes().Select(rune => $"U+{rune.Value:X4}")));
            var more = pages.Missing.Count > MissingNamed ? $" and {pages.Missing.Count - MissingNamed} more" : string.Empty;
            pages.Set(new MarkdownLine(NoteSize, 0, [($"No font here has these letters, shown as {FontShelf.Replacement}: {string.Join(", ", named)}{more}.", false)]));
        }

        return pages.Missing;
    }
}
