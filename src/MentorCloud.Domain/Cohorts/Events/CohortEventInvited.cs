using System.Collections.Immutable;
using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Cohorts.Events;

/// <summary>People were invited; calendar invitations are to be sent.</summary>
/// <param name="Event">The event.</param>
/// <param name="Participants">Who.</param>
public sealed record CohortEventInvited(CohortEventId Event, ImmutableArray<ParticipantId> Participants) : Fact;
