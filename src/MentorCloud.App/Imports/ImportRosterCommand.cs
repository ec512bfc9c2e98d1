using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.App.Imports;

/// <summary>Registers the people of a roster and, if wanted, enrols them into a cohort.</summary>
/// <param name="Tenant">The tenant.</param>
/// <param name="Actor">A tenant admin or program manager of it, or a client of it that may read and write programs.</param>
/// <param name="Id">The caller's idempotency key; another key for each import of another file.</param>
/// <param name="Roster">The file.</param>
internal sealed record ImportRosterCommand(TenantId Tenant, Actor Actor, CommandId Id, ImportSource Roster)
{
    /// <summary>The framework for codes and priorities. Default null: the tenant's adopted one is loaded.</summary>
    public FrameworkProfiles? Profiles { get; init; }

    /// <summary>The cohort to enrol everybody into; null for none.</summary>
    public CohortId? Cohort { get; init; }

    /// <summary>Told of everybody on the roster, in the order of the file, before they are registered; null for nobody.</summary>
    public Action<RosterPerson>? Seen { get; init; }

    /// <summary>Whether rows with errors are left out instead of refusing all. Default: no.</summary>
    public bool SkipInvalid { get; init; }
}
