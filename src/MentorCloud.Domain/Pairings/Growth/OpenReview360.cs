using System.Collections.Immutable;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Pairings.Growth;

/// <summary>The mentee asks people outside the pairing to rate them.</summary>
/// <param name="Competencies">What is rated, 1..12, each at most 100 characters.</param>
/// <param name="Raters">Who is asked, 4..20 people, neither of the two partners.</param>
public sealed record OpenReview360(ImmutableArray<string> Competencies, ImmutableArray<ParticipantId> Raters) : PairingCommand;
