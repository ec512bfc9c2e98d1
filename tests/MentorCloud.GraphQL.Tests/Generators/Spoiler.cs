namespace MentorCloud.GraphQL.Tests.Generators;

/// <summary>Damages a document's text, so that it is nearly GraphQL.</summary>
/// <param name="dice">Chooses where and how.</param>
/// <param name="loneSurrogates">Whether half a character may stay; it cannot travel as UTF-8.</param>
internal sealed class Spoiler(Dice dice, bool loneSurrogates)
{
    private static readonly string[] Pieces =
    [
        "{", "}", "(", ")", "[", "]", ":", "!", "$", "@", "...", "|", "=", "&", ".", "..", "\"", "\"\"\"", "'", "#", "\\", "on", "query", "fragment",
        "null", "true", "1", "01", "1.", "-", "1e", "1a", "\"\\u{}\"", "\"\\uD83D\"", "\"\\x\"", "\u0000", "\u00e9", "\ud83d\ude00", "\ud83d", "\ufeff", "\n", "\r\n", "\"desc\"", "extend", "schema", "__typename", "{ }", "()",
    ];

    public string Spoil(string text)
    {
        for (var n = 1 + dice.Next(2); n > 0; n--)
        {
            var at = dice.Next(text.Length + 1);
            text = dice.Next(4) switch
            {
                0 => text.Insert(at, dice.Pick(Pieces)),
                1 when at < text.Length => text.Remove(at, Math.Min(1 + dice.Next(4), text.Length - at)),
                2 => text[..at],
                _ => text.Insert(at, " " + dice.Pick(Pieces) + " "),
            };
        }

        return loneSurrogates ? text : System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));
    }
}
