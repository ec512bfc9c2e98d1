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

    /// <summary>Whether it is the actor's own besides: somebody's own profile, their own pairing.</summary>
    bool IsOwnOf(Actor actor) => false;
}
