using System.Globalization;
using PdfSharp;
using PdfSharp.Drawing;
using PdfSharp.Pdf;

namespace MentorCloud.App.Documents;

/// <summary>Sets lines on pages: wraps words, begins a page when one is full, numbers them at the foot.</summary>
internal sealed class PdfPages(PdfDocument document, string title, FontShelf shelf) : IDisposable
{
    private const double Margin = 56;
    private const double Leading = 1.4;
    private const double FootSize = 8;

    private readonly Dictionary<(double, bool, string), XFont> fonts = [];
    private readonly SortedSet<string> missing = new(StringComparer.Ordinal);
    private XGraphics? page;
    private double right;
    private double bottom;
    private double y;

    /// <summary>Letters that no font has, each once, in Unicode's order.</summary>
    public IReadOnlyCollection<string> Missing => missing;

    /// <summary>Sets one line, over as many rows as it takes; a line without runs is a gap of half a row.</summary>
    public void Set(MarkdownLine line)
    {
        var height = line.Size * Leading;
        if (line.Runs.Count == 0)
        {
            y += height / 2;
            return;
        }

        Begin(height);
        var most = right - Margin - line.Indent;
        var row = new List<RowPart>();
        foreach (var (word, bold) in Words(line))
        {
            foreach (var (text, face) in shelf.Split(word, missing))
            {
                var font = FontOf(line.Size, bold, face);
                foreach (var part in Fitting(text, font, most))
                {
                    var width = page!.MeasureString(RowOrder.Visual(part), font).Width;
                    if (row.Sum(each => each.Width) + width > most && part != " ")
                    {
                        Draw(line, row);
                        Begin(height);
                    }

                    row.Add(new RowPart(part, font, width));
                }
            }
        }

        Draw(line, row);
    }

    public void Dispose() => page?.Dispose();

    /// <summary>Draws a row in the order of its scripts, from the margin where its line begins, and empties it.</summary>
    private void Draw(MarkdownLine line, List<RowPart> row)
    {
        var fromRight = RowOrder.IsFromRight(string.Concat(line.Runs.Select(run => run.Text)));
        var x = fromRight ? right - line.Indent - row.Sum(each => each.Width) : Margin + line.Indent;
        foreach (var place in RowOrder.Of([.. row.Select(each => each.Text)], fromRight))
        {
            page!.DrawString(RowOrder.Visual(row[place].Text), row[place].Font, XBrushes.Black, new XPoint(x, y));
            x += row[place].Width;
        }

        row.Clear();
    }

    private static IEnumerable<(string Word, bool Bold)> Words(MarkdownLine line) =>
        from run in line.Runs
        from word in run.Text.Split(' ').SelectMany((word, index) => index == 0 ? new[] { word } : [" ", word])
        where word.Length > 0
        from part in RowBreaks.Of(word)
        select (part, run.Bold);

    /// <summary>A word that is wider than the page is cut between what a reader sees as letters.</summary>
    private IEnumerable<string> Fitting(string word, XFont font, double most)
    {
        while (page!.MeasureString(word, font).Width > most)
        {
            var letters = StringInfo.ParseCombiningCharacters(word);
            var fit = 1;
            while (fit < letters.Length - 1 && page.MeasureString(word[..letters[fit + 1]], font).Width <= most)
            {
                fit++;
            }

            if (letters.Length < 2)
            {
                break;
            }

            yield return word[..letters[fit]];
            word = word[letters[fit]..];
        }

        yield return word;
    }

    private void Begin(double height)
    {
        if (page is null || y + height > bottom)
        {
            NewPage();
        }

        y += height;
    }

    private void NewPage()
    {
        page?.Dispose();
        var added = document.AddPage();
        added.Size = PageSize.A4;
        page = XGraphics.FromPdfPage(added);
        right = added.Width.Point - Margin;
        bottom = added.Height.Point - (2 * Margin);
        y = Margin - FootSize;
        page.DrawString(
            string.Create(CultureInfo.InvariantCulture, $"{title} · {document.PageCount}"),
            FontOf(FootSize, bold: false, DocumentFonts.Family), XBrushes.Gray, new XPoint(Margin, added.Height.Point - Margin));
    }

    private XFont FontOf(double size, bool bold, string face)
    {
        if (!fonts.TryGetValue((size, bold, face), out var font))
        {
            font = fonts[(size, bold, face)] = new XFont(face, size, bold ? XFontStyleEx.Bold : XFontStyleEx.Regular);
        }

        return font;
    }

    /// <summary>A stretch of a row in one font.</summary>
    private sealed record RowPart(string Text, XFont Font, double Width);
}
