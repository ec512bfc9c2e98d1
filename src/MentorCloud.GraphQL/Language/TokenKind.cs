namespace MentorCloud.GraphQL.Language;

/// <summary>The lexical tokens of the specification, section 2.1.</summary>
internal enum TokenKind : byte
{
    Sof,
    Eof,
    Bang,
    Dollar,
    Amp,
    ParenL,
    ParenR,
    Spread,
    Colon,
    Equals,
    At,
    BracketL,
    BracketR,
    BraceL,
    Pipe,
    BraceR,
    Name,
    Int,
    Float,
    String,
    BlockString,
}
