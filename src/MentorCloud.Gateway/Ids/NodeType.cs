namespace MentorCloud.Gateway.Ids;

/// <summary>Names of the node types in global ids; the same as in the schema.</summary>
internal static class NodeType
{
    public const string Tenant = "Tenant";
    public const string Account = "Account";
    public const string Participant = "Participant";
    public const string Cohort = "Cohort";
    public const string CohortEvent = "CohortEvent";
    public const string Round = "Round";
    public const string Rotation = "Rotation";
    public const string MatchRequest = "MatchRequest";
    public const string Pairing = "Pairing";
}
