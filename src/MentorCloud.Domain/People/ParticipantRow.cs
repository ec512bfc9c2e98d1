using System.Collections.Immutable;
using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.People;

/// <summary>A participant in lists and searches.</summary>
/// <param name="Id">The participant.</param>
/// <param name="Tenant">Their tenant.</param>
/// <param name="ExternalId">The customer's own id for the person; unique in the tenant.</param>
/// <param name="Kind">Mentor or mentee.</param>
/// <param name="Name">Display name; the title where the roster has no name.</param>
/// <param name="Title">Job title.</param>
/// <param name="Division">Division; empty when unknown.</param>
/// <param name="Location">City; empty when unknown.</param>
/// <param name="TimeZone">IANA zone.</param>
/// <param name="HoursPerMonth">Hours a month that the person gives.</param>
/// <param name="MaxMentees">A mentor's capacity; 0 for mentees.</param>
/// <param name="Load">Pairings that hold the person.</param>
/// <param name="Cohorts">The cohorts that the person is in.</param>
/// <param name="RegisteredAt">When the person was registered, UTC.</param>
public sealed record ParticipantRow(
    ParticipantId Id,
    TenantId Tenant,
    string ExternalId,
    ParticipantKind Kind,
    string Name,
    string Title,
    string Division,
    string Location,
    string TimeZone,
    int HoursPerMonth,
    int MaxMentees,
    int Load,
    ImmutableArray<CohortId> Cohorts,
    DateTimeOffset RegisteredAt) : ViewRow;
