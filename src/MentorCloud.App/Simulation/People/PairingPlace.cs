using MentorCloud.Domain.Identifiers;

namespace MentorCloud.App.Simulation.People;

/// <summary>What a published round says of one pairing.</summary>
/// <param name="Id">The pairing.</param>
/// <param name="Mentor">The mentor.</param>
/// <param name="Mentee">The mentee.</param>
/// <param name="PublishedAt">When it became real, UTC.</param>
/// <param name="EndsAt">When its term ends, UTC.</param>
internal sealed record PairingPlace(
    PairingId Id, SimulatedPerson Mentor, SimulatedPerson Mentee, DateTimeOffset PublishedAt, DateTimeOffset EndsAt);
