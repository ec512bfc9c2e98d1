namespace MentorCloud.Gateway.Paging;

/// <summary>Where a connection's page begins and ends.</summary>
internal sealed record PageInfo(bool HasNextPage, bool HasPreviousPage, string? StartCursor, string? EndCursor);
