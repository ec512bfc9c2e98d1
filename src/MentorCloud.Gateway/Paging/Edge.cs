namespace MentorCloud.Gateway.Paging;

/// <summary>An entry of a connection.</summary>
internal sealed record Edge<TNode>(string Cursor, TNode Node);
