namespace MentorCloud.Domain.Access;

/// <summary>Who may do one operation.</summary>
/// <param name="Operation">The operation, <c>Subject.Verb</c>: a grain method <c>ICohortGrain.Open</c> is <c>Cohort.Open</c>, a view query <c>Views.Pairings</c>.</param>
/// <param name="Mode">Whether it reads or writes; a suspended tenant refuses writes.</param>
/// <param name="Roles">Roles of which one is enough; none means no user may.</param>
/// <param name="Scopes">Scopes of which one is enough; none means no client may.</param>
/// <param name="System">Whether MentorCloud itself may.</param>
/// <param name="WholeTenant">Whether it concerns more than one cohort, so that managers who are limited to some may not.</param>
/// <param name="People">Whether it shows words of people to people alone: break-glass access does not pass.</param>
public sealed record PolicyRule(string Operation, AccessMode Mode, Role Roles, Scope Scopes, bool System, bool WholeTenant = false, bool People = false)
{
    /// <summary>Whether break-glass access passes: it reads what a tenant's admin reads, and changes nothing.</summary>
    public bool BreakGlass => Mode == AccessMode.Read && Roles.HasFlag(Role.TenantAdmin) && !People;

    /// <summary>Whether this actor passes this rule. Which tenant's thing it is, the caller has checked before.</summary>
    /// <param name="actor">Who asks.</param>
    /// <returns>True when allowed.</returns>
    public bool Allows(Actor actor) => actor.Kind switch
    {
        ActorKind.User => actor.Holds(Roles) && !(WholeTenant && actor.Cohorts is not null),
        ActorKind.Client => (actor.Scopes & Scopes) != Scope.None,
        ActorKind.System => System,
        ActorKind.Operator => BreakGlass,
        _ => false,
    };
}
