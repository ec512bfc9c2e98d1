using MentorCloud.App.Documents;
using PdfSharp.Pdf.IO;

namespace MentorCloud.App.Tests.Documents;

public sealed class PdfPrinterTests
{
    [Fact]
    public void Print_of_a_long_document_numbers_its_pages()
    {
        var text = string.Join("\n\n", Enumerable.Range(1, 400).Select(number => $"Paragraph {number} with some words in it."));

        using var document = Open(Print("Growth narrative", $"# Growth narrative\n\n{text}\n"));

        Assert.True(document.PageCount > 5);
        Assert.Equal("Growth narrative", document.Info.Title);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# Only a heading")]
    [InlineData("- **Ziel \\(groß\\)** gemessen an Łódź, ціль")]
    [InlineData("*text*: 👩‍👩‍👧‍👦 and 𝒳, שלום עולם, مرحبا, 你好")]
    [InlineData("| Competency | First | Latest |\n|---|---|---|\n| Speaking | 1 | 3 |")]
    [InlineData("\\")]
    public void Print_takes_any_text(string markdown)
    {
        using var document = Open(Print("Any", $"# Any\n{markdown}\n"));

        Assert.Equal(1, document.PageCount);
    }

    [Fact]
    public void Print_cuts_a_word_that_is_wider_than_the_page()
    {
        using var document = Open(Print("Wide", new string('w', 20_000)));

        Assert.True(document.PageCount > 1);
    }

    [Fact]
    public void Print_embeds_its_font()
    {
        var file = Print("Fonts", "Words");

        Assert.Contains("/FontFile2", System.Text.Encoding.Latin1.GetString(file), StringComparison.Ordinal);
    }

    private static byte[] Print(string title, string markdown) => new PdfPrinter(new FontShelf(null)).Print(title, markdown).File;

    private static PdfSharp.Pdf.PdfDocument Open(byte[] file) => PdfReader.Open(new MemoryStream(file), PdfDocumentOpenMode.Import);
}
