using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.People;

namespace MentorCloud.App.Simulation.People;

/// <summary>One person of the simulated company.</summary>
/// <param name="Id">The participant.</param>
/// <param name="ExternalId">As the roster names them.</param>
/// <param name="Kind">Mentor or mentee.</param>
/// <param name="TimeZone">IANA zone.</param>
/// <param name="Places">Mentees that a mentor can have; 0 for mentees.</param>
internal sealed record SimulatedPerson(ParticipantId Id, string ExternalId, ParticipantKind Kind, string TimeZone, int Places);
