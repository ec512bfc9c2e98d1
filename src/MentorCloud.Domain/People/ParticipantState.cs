using System.Collections.Immutable;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.People;

/// <summary>A participant: profile, memberships and, for mentors, the one authority for their capacity.</summary>
public sealed record ParticipantState
{
    /// <summary>Work that was begun and not finished, by a crash for example, is asked for again after this long.</summary>
    public static readonly TimeSpan WorkAgainAfter = TimeSpan.FromMinutes(1);

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

    /// <summary>Pairings that held the person before, oldest first; what they wrote there goes with their erasure.</summary>
    public ImmutableArray<PairingId> Past { get; init; } = [];

    /// <summary>When the person left the company, UTC; null while they are there.</summary>
    public DateTimeOffset? DepartedAt { get; init; }

    /// <summary>When the person's data was erased, UTC; null while not.</summary>
    public DateTimeOffset? ErasedAt { get; init; }

    /// <summary>When the last of what the person left in pairings, keys and accounts was gone, UTC; null before.</summary>
    public DateTimeOffset? ForgottenAt { get; init; }

    /// <summary>When the work that a departure or an erasure brings was last asked for, UTC; null before the first.</summary>
    public DateTimeOffset? WorkAskedAt { get; init; }

    /// <summary>Whom the person wishes for on the other side, first choice first; at most 20.</summary>
    public ImmutableArray<ParticipantId> Preferences { get; init; } = [];

    /// <summary>The person's match requests that wait for an answer; at most <see cref="ParticipantRequests.MostOpen"/>.</summary>
    public ImmutableArray<OpenRequest> Requests { get; init; } = [];

    /// <summary>When the person was registered, UTC.</summary>
    public required DateTimeOffset RegisteredAt { get; init; }

    /// <summary>Whether a departure or an erasure has work to do still: pairings to end, traces to remove.</summary>
    public bool IsAtWork => (DepartedAt is not null && !Slots.IsEmpty) || (ErasedAt is not null && ForgottenAt is null);

    /// <summary>When that work is asked for again, UTC; null when there is none.</summary>
    public DateTimeOffset? NextDue => IsAtWork ? WorkAskedAt + WorkAgainAfter : null;

    /// <summary>The name to show: the person's, or the title where the roster has no name.</summary>
    public string DisplayName => Profile.Name.Length > 0 ? Profile.Name : $"{Profile.Title} ({Profile.ExternalId})";

    /// <summary>Until when a mentor takes nobody new because a pairing took more hours than agreed.</summary>
    /// <param name="now">The instant.</param>
    /// <returns>UTC; null when nothing stands in the way.</returns>
    public DateTimeOffset? OverloadedUntil(DateTimeOffset now) =>
        Overloads.Where(overload => overload.Until > now).Max(overload => (DateTimeOffset?)overload.Until);

    /// <summary>The participant's row in the views.</summary>
    /// <returns>The row.</returns>
    public ParticipantRow ToRow() => new(
        Id, Tenant, Profile.ExternalId, Profile.Kind, DisplayName, Profile.Title, Profile.Division, Profile.Location,
        Profile.TimeZone, Profile.HoursPerMonth, Profile.MaxMentees, Slots.Length, Cohorts, RegisteredAt);
}
