using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;

namespace MentorCloud.Identity.Pages;

/// <summary>Writes an interpolated string as <see cref="Markup"/>.</summary>
[InterpolatedStringHandler]
internal readonly ref struct MarkupWriter
{
    private readonly StringBuilder _text;

    public MarkupWriter(int literalLength, int formattedCount) => _text = new StringBuilder(literalLength + (formattedCount * 16));

    public void AppendLiteral(string literal) => _text.Append(literal);

    public void AppendFormatted(Markup markup) => _text.Append(markup);

    public void AppendFormatted(string? value) => _text.Append(HtmlEncoder.Default.Encode(value ?? string.Empty));

    public void AppendFormatted(int value) => _text.Append(value.ToString(CultureInfo.InvariantCulture));

    public string Written() => _text.ToString();
}
