using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Cohorts.Matching.Explanations;

/// <summary>Why a mentee stays without a mentor, and who came nearest.</summary>
/// <param name="Mentee">The mentee.</param>
/// <param name="AllowedMentors">Mentors whom rules and vetoes leave.</param>
/// <param name="Nearest">The mentor whom the mentee came nearest to; null when none is allowed, none has a place, or the mentee has a mentor.</param>
/// <param name="IfPinned">What giving the mentee that mentor would change; null without one.</param>
/// <param name="Detail">The binding reason in a sentence.</param>
/// <param name="InputsChanged">Whether inputs have changed since the draft.</param>
public sealed record UnmatchedExplanation(
    ParticipantId Mentee, int AllowedMentors, ParticipantId? Nearest, CohortChange? IfPinned, string Detail, bool InputsChanged);
