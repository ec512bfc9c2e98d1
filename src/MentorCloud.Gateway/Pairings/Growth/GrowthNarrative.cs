using MentorCloud.Contracts.Documents;

namespace MentorCloud.Gateway.Pairings.Growth;

/// <summary>The type of the same name; printed only when the PDF is asked for.</summary>
internal sealed class GrowthNarrative(string markdown, IDocumentPrinter printer)
{
    private readonly Lazy<PrintedDocument> printed = new(() => printer.Print("Growth narrative", markdown));

    public string Markdown => markdown;

    public string Pdf => Convert.ToBase64String(printed.Value.File);

    public IReadOnlyList<string> PdfMissing => printed.Value.Missing;
}
