namespace MentorCloud.Gateway.Paging;

/// <summary>The enum of the same name.</summary>
internal enum OrderDirection
{
    Asc,
    Desc,
}
