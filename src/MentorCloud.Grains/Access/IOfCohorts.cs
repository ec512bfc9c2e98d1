using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Grains.Access;

/// <summary>A grain whose thing belongs to cohorts. To a manager who is limited to others it does not exist.</summary>
internal interface IOfCohorts
{
    /// <summary>The word for it in the refusal of an unknown one.</summary>
    string Noun { get; }

    /// <summary>Where it belongs; none while there is nothing, and for what belongs to no cohort.</summary>
    IReadOnlyCollection<CohortId> Cohorts { get; }

    /// <summary>Whether it is the actor's own besides, as somebody's own profile is: outside a manager's limits they have the rights of anybody with their own.</summary>
    bool IsOwnOf(Actor actor) => false;

    /// <summary>Whether the actor is one of the two whom it is about: a limited manager then has a mentor's or mentee's rights in it and no manager's, within the limits too.</summary>
    bool IsOfPair(Actor actor) => false;
}
