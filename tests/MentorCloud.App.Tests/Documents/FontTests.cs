using System.Text;
using MentorCloud.App.Documents;
using PdfSharp.Pdf.IO;

namespace MentorCloud.App.Tests.Documents;

/// <summary>Which font has which letter, and what becomes of letters that none has.</summary>
public sealed class FontTests : IDisposable
{
    private const string Chinese = "你好,世界。领导力的成长叙事";

    private readonly DirectoryInfo empty = Directory.CreateTempSubdirectory("mentorcloud-fonts-");

    [Theory]
    [InlineData("Łódź, ціль, στόχος")]
    [InlineData("שלום مرحبا سلام")]
    [InlineData("👍 🎉 🚀 ❤️ 👩‍👩‍👧‍👦 👍🏽")]
    [InlineData("a\u00ADb\u200Bc \uFEFF")]
    public void Built_in_fonts_have_every_letter(string text)
    {
        var missing = new SortedSet<string>(StringComparer.Ordinal);

        Assert.NotEmpty(new FontShelf(empty.FullName).Split(text, missing).ToList());

        Assert.Empty(missing);
    }

    [Fact]
    public void Letters_that_no_font_has_are_named_once_and_the_document_says_so()
    {
        var printed = new PdfPrinter(new FontShelf(empty.FullName)).Print("Missing", $"{Chinese} {Chinese} and words");

        Assert.Equal(Chinese.EnumerateRunes().Where(rune => rune.Value > 0x7F).Select(rune => rune.ToString()).Distinct().Order(StringComparer.Ordinal), printed.Missing);
        using var document = PdfReader.Open(new MemoryStream(printed.File), PdfDocumentOpenMode.Import);
        Assert.Equal(1, document.PageCount);
    }

    [Theory]
    [InlineData(Chinese, "fonts-droid-fallback", 0)]
    [InlineData("成長の記録。リーダーシップを学ぶ", "fonts-droid-fallback", 0)]
    [InlineData("리더십 성장 이야기", "fonts-nanum", 1)]
    public void Debians_fonts_have_chinese_japanese_and_korean(string text, string package, int folder)
    {
        if (!Directory.Exists(FontShelf.DebianFolders[folder]))
        {
            Console.WriteLine($"NOT RUN: install {package}");
            return;
        }

        var bare = new PdfPrinter(new FontShelf(empty.FullName)).Print("All", text);
        var printed = new PdfPrinter(new FontShelf(null)).Print("All", $"# {text}\n{string.Concat(Enumerable.Repeat(text, 40))}");

        Assert.NotEmpty(bare.Missing);
        Assert.Empty(printed.Missing);
        Assert.Contains("/FontFile2", Encoding.Latin1.GetString(printed.File), StringComparison.Ordinal);
    }

    [Fact]
    public void Stretches_are_the_text_again()
    {
        const string text = "Growth 🎉🎉 of Łukasz 👍";
        var stretches = new FontShelf(empty.FullName).Split(text, new HashSet<string>()).ToList();

        Assert.Equal(text, string.Concat(stretches.Select(each => each.Text)));
        Assert.Equal(4, stretches.Count);
        Assert.Equal(DocumentFonts.Family, stretches[0].Font);
        Assert.NotEqual(DocumentFonts.Family, stretches[1].Font);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no font at all")]
    [InlineData("\0\u0001\0\0\0\u0009\0\0\0\0\0\0cmap\0\0\0\0ÿÿÿÿÿÿÿÿ")]
    public void What_is_no_font_is_passed_over(string content)
    {
        File.WriteAllBytes(Path.Combine(empty.FullName, "broken.ttf"), Encoding.Latin1.GetBytes(content));

        Assert.Null(TrueTypeFile.TryRead(Encoding.Latin1.GetBytes(content)));
        Assert.Empty(new PdfPrinter(new FontShelf(empty.FullName)).Print("Broken", "Words").Missing);
    }

    [Fact]
    public void A_font_cut_off_anywhere_is_no_font_or_a_smaller_one()
    {
        var whole = DocumentFonts.ReadEmbedded(DocumentFonts.Family);
        Assert.True(TrueTypeFile.TryRead(whole)!.Has(new Rune('ł')));

        foreach (var length in new[] { 1, 11, 12, 100, 300, 5_000, whole.Length / 2 })
        {
            Assert.Null(TrueTypeFile.TryRead(whole.AsSpan(0, length)));
        }
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("世界。", "世|界。")]
    [InlineData("「成長」と", "「成|長」|と")]
    [InlineData("A社B", "A|社|B")]
    [InlineData("리더십", "리더십")]
    public void Rows_end_between_letters_that_are_written_without_spaces(string word, string parts) =>
        Assert.Equal(parts, string.Join('|', RowBreaks.Of(word)));

    public void Dispose() => empty.Delete(recursive: true);
}
