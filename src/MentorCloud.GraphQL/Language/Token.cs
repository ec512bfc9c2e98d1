namespace MentorCloud.GraphQL.Language;

/// <summary>One token: where it stands in the source (UTF-16 offsets) and, for names, numbers and strings, its value.</summary>
internal readonly record struct Token(TokenKind Kind, int Start, int End, string? Value)
{
    /// <summary>The token as error messages name it.</summary>
    public string Describe() => Value is null ? DescribeKind(Kind) : $"{DescribeKind(Kind)} \"{Value}\"";

    public static string DescribeKind(TokenKind kind) => kind switch
    {
        TokenKind.Sof => "<SOF>",
        TokenKind.Eof => "<EOF>",
        TokenKind.Bang => "\"!\"",
        TokenKind.Dollar => "\"$\"",
        TokenKind.Amp => "\"&\"",
        TokenKind.ParenL => "\"(\"",
        TokenKind.ParenR => "\")\"",
        TokenKind.Spread => "\"...\"",
        TokenKind.Colon => "\":\"",
        TokenKind.Equals => "\"=\"",
        TokenKind.At => "\"@\"",
        TokenKind.BracketL => "\"[\"",
        TokenKind.BracketR => "\"]\"",
        TokenKind.BraceL => "\"{\"",
        TokenKind.Pipe => "\"|\"",
        TokenKind.BraceR => "\"}\"",
        TokenKind.Name => "Name",
        TokenKind.Int => "Int",
        TokenKind.Float => "Float",
        TokenKind.String => "String",
        _ => "BlockString",
    };
}
