using System.Collections.Immutable;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Access;

/// <summary>In whose name something is asked or done. Every command and question carries one.</summary>
public sealed record Actor
{
    private Actor()
    {
    }

    /// <summary>Nobody known.</summary>
    public static Actor Anonymous { get; } = new();

    /// <summary>Which kind of actor.</summary>
    public ActorKind Kind { get; init; }

    /// <summary>The tenant that the actor belongs to; null for the anonymous and for the platform's own work.</summary>
    public TenantId? Tenant { get; init; }

    /// <summary>A user's roles; none for others.</summary>
    public Role Roles { get; init; }

    /// <summary>A client's scopes; none for others.</summary>
    public Scope Scopes { get; init; }

    /// <summary>A user's account; null for others.</summary>
    public AccountId? Account { get; init; }

    /// <summary>The participant that the user is; null for users who take no part in pairings, and for others.</summary>
    public ParticipantId? Participant { get; init; }

    /// <summary>The cohorts to which a program manager is limited; null for the whole tenant, and for everybody else.</summary>
    public ImmutableArray<CohortId>? Cohorts { get; init; }

    /// <summary>A client's id, or the system's cause (<c>reminder</c>, <c>fact:RoundPublished</c>, <c>operator</c>); null for users.</summary>
    public string? Name { get; init; }

    /// <summary>A person with an account.</summary>
    /// <param name="tenant">Their tenant.</param>
    /// <param name="account">Their account.</param>
    /// <param name="roles">Their roles.</param>
    /// <param name="participant">The participant that they are; null when none.</param>
    /// <returns>The actor.</returns>
    public static Actor User(TenantId tenant, AccountId account, Role roles, ParticipantId? participant = null) =>
        new() { Kind = ActorKind.User, Tenant = tenant, Account = account, Roles = roles, Participant = participant };

    /// <summary>A machine client.</summary>
    /// <param name="tenant">Its tenant.</param>
    /// <param name="clientId">Its OAuth client id.</param>
    /// <param name="scopes">What its token grants; whoever writes programs reads them too.</param>
    /// <returns>The actor.</returns>
    public static Actor Client(TenantId tenant, string clientId, Scope scopes) =>
        new() { Kind = ActorKind.Client, Tenant = tenant, Name = clientId, Scopes = Included(scopes) };

    /// <summary>A platform operator inside a tenant, by break-glass access.</summary>
    /// <param name="tenant">The tenant that they look into.</param>
    /// <param name="account">Their own account, which is of another tenant.</param>
    /// <returns>The actor.</returns>
    public static Actor Operator(TenantId tenant, AccountId account) => new() { Kind = ActorKind.Operator, Tenant = tenant, Account = account };

    /// <summary>MentorCloud itself, working inside one tenant.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="cause">What set it off.</param>
    /// <returns>The actor.</returns>
    public static Actor System(TenantId tenant, string cause) =>
        new() { Kind = ActorKind.System, Tenant = tenant, Name = cause };

    /// <summary>The same program manager, limited to some cohorts. Nothing else of the tenant exists for them, but people who are in no cohort yet.</summary>
    /// <param name="cohorts">The cohorts; none leaves no cohort.</param>
    /// <returns>The actor.</returns>
    public Actor LimitedTo(ImmutableArray<CohortId> cohorts) => this with { Cohorts = cohorts };

    /// <summary>Whether what belongs to these cohorts is within the actor's limits.</summary>
    /// <param name="cohorts">Where it belongs; none for what belongs to no cohort, which everybody reaches.</param>
    /// <returns>False only for a program manager who is limited to other cohorts.</returns>
    public bool Reaches(IReadOnlyCollection<CohortId> cohorts) => Cohorts is not { } mine || cohorts.Count == 0 || cohorts.Any(mine.Contains);

    /// <summary>The same person with the rights of a mentor or mentee alone: what a limited manager has in what is their own.</summary>
    /// <returns>The actor; one without rights when the person is neither.</returns>
    public Actor AsPartner() => this with { Roles = Roles & (Role.Mentor | Role.Mentee), Cohorts = null };

    /// <summary>The same actor with the rights that they have in some cohorts: outside a manager's limits those of a mentor or mentee.</summary>
    /// <param name="cohorts">Where something belongs that the actor has come to.</param>
    /// <returns>The actor.</returns>
    public Actor In(IReadOnlyCollection<CohortId> cohorts) => Reaches(cohorts) ? this : AsPartner();

    /// <summary>Whether the user holds at least one of the roles.</summary>
    /// <param name="roles">One role or several.</param>
    /// <returns>True when at least one is held.</returns>
    public bool Holds(Role roles) => (Roles & roles) != Role.None;

    /// <summary>Whoever changes programs is told what they have become, and names cohorts and people that must be looked at for it.</summary>
    private static Scope Included(Scope scopes) => scopes.HasFlag(Scope.ProgramsWrite) ? scopes | Scope.ProgramsRead : scopes;

    /// <summary>A short name for the audit log: no e-mail address, no person's name.</summary>
    /// <returns>E.g. <c>user:0190…</c>, <c>client:mc_…</c>, <c>system:reminder</c>.</returns>
    public override string ToString() => Kind switch
    {
        ActorKind.User => $"user:{Account}",
        ActorKind.Client => $"client:{Name}",
        ActorKind.System => $"system:{Name}",
        ActorKind.Operator => $"operator:{Account}",
        _ => "anonymous",
    };
}
