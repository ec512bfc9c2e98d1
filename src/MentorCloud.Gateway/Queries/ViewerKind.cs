namespace MentorCloud.Gateway.Queries;

/// <summary>Who can make a request, as the schema names it; nobody and the program itself never ask.</summary>
internal enum ViewerKind
{
    User,
    Client,
}
