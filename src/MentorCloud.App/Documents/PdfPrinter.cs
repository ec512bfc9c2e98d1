using MentorCloud.Contracts.Documents;
using PdfSharp.Pdf;

namespace MentorCloud.App.Documents;

/// <summary>Prints documents with PDFsharp (docs/adr/0085).</summary>
internal sealed class PdfPrinter : IDocumentPrinter
{
    /// <inheritdoc/>
    public byte[] Print(string title, string markdown)
    {
        DocumentFonts.Install();
        using var document = new PdfDocument();
        document.Info.Title = title;
        document.Info.Creator = "MentorCloud";
        using (var pages = new PdfPages(document, title))
        {
            foreach (var line in MarkdownLine.Read(markdown))
            {
                pages.Set(line);
            }
        }

        using var file = new MemoryStream();
        document.Save(file);
        return file.ToArray();
    }
}
