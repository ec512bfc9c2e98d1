namespace MentorCloud.Domain.Access;

/// <summary>What a machine client may do. Granted when the client is made; narrowed by a token request.</summary>
[Flags]
public enum Scope
{
    /// <summary>No scope: may do nothing.</summary>
    None = 0,

    /// <summary>Read people, cohorts, rounds and pairings (never what was confided). On the wire <c>programs:read</c>.</summary>
    ProgramsRead = 1,

    /// <summary>Import people, design cohorts, match and publish; includes reading. On the wire <c>programs:write</c>.</summary>
    ProgramsWrite = 2,

    /// <summary>Manage accounts and machine clients. On the wire <c>accounts:write</c>.</summary>
    AccountsWrite = 4,

    /// <summary>Provision accounts and groups from the company's directory by SCIM. On the wire <c>scim</c>.</summary>
    Directory = 8,
}
