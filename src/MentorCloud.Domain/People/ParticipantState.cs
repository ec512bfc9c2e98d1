using System.Collections.Immutable;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.People;

/// <summary>A participant: profile, memberships and, for mentors, the one authority for their capacity.</summary>
public sealed record ParticipantState
{
    /// <summary>The participant.</summary>
    public required ParticipantId Id { get; init; }

    /// <summary>Their tenant.</summary>
    public required TenantId Tenant { get; init; }

    /// <summary>What was registered, as revised since.</summary>
    public required RegisterParticipant Profile { get; init; }

    /// <summary>The cohorts that the person is in.</summary>
    public ImmutableArray<CohortId> Cohorts { get; init; } = [];

    /// <summary>The pairings that hold the person; for a mentor never more than <see cref="RegisterParticipant.MaxMentees"/>.</summary>
    public ImmutableArray<PairingSlot> Slots { get; init; } = [];

    /// <summary>Pairings to which the mentor gives more than agreed; while one lasts, nobody new is assigned (requirement 29).</summary>
    public ImmutableArray<MentorOverload> Overloads { get; init; } = [];

    /// <summary>When the person's data was erased, UTC; null while not.</summary>
    public DateTimeOffset? ErasedAt { get; init; }

    /// <summary>Whom the person wishes for on the other side, first choice first; at most 20.</summary>
    public ImmutableArray<ParticipantId> Preferences { get; init; } = [];

    /// <summary>The person's match requests that wait for an answer; at most <see cref="ParticipantRequests.MostOpen"/>.</summary>
    public ImmutableArray<OpenRequest> Requests { get; init; } = [];

    /// <summary>When the person was registered, UTC.</summary>
    public required DateTimeOffset RegisteredAt { get; init; }

    /// <summary>The name to show: the person's, or the title where the roster has no name.</summary>
    public string DisplayName => Profile.Name.Length > 0 ? Profile.Name : $"{Profile.Title} ({Profile.ExternalId})";

    /// <summary>The participant's row in the views.</summary>
    /// <returns>The row.</returns>
    public ParticipantRow ToRow() => new(
        Id, Tenant, Profile.ExternalId, Profile.Kind, DisplayName, Profile.Title, Profile.Division, Profile.Location,
        Profile.TimeZone, Profile.HoursPerMonth, Profile.MaxMentees, Slots.Length, Cohorts, RegisteredAt);
}
