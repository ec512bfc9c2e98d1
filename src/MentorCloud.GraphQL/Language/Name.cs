namespace MentorCloud.GraphQL.Language;

/// <summary>A name and the offset where it stands.</summary>
internal readonly record struct Name(string Value, int Start)
{
    public override string ToString() => Value;
}
