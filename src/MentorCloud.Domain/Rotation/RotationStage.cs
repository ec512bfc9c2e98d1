using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Rotation;

/// <summary>One stage of a rotation plan.</summary>
/// <param name="StartsAt">When it starts, UTC.</param>
/// <param name="EndsAt">When the term of its pairings ends, UTC.</param>
/// <param name="Round">The round with its pairs; null before the plan is there.</param>
/// <param name="Begun">Whether its round is published; from then on no plan changes it.</param>
public sealed record RotationStage(DateTimeOffset StartsAt, DateTimeOffset EndsAt, RoundId? Round, bool Begun);
