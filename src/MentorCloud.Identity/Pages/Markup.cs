namespace MentorCloud.Identity.Pages;

/// <summary>A piece of HTML. Interpolated values are encoded unless they are markup themselves, so that no page forgets it.</summary>
internal sealed class Markup
{
    private readonly string _text;

    private Markup(string text) => _text = text;

    public static Markup Empty { get; } = new(string.Empty);

    public static Markup Of(MarkupWriter writer) => new(writer.Written());

    public static Markup Join(IEnumerable<Markup> pieces) => new(string.Concat(pieces));

    public override string ToString() => _text;
}
