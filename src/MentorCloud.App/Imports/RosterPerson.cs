using MentorCloud.Domain.People;

namespace MentorCloud.App.Imports;

/// <summary>One right row of a roster.</summary>
/// <param name="Line">The line on which the row begins.</param>
/// <param name="Registration">The person, with levels and target levels taken from the framework's profiles.</param>
/// <param name="Email">The address for an account; null when the roster has none.</param>
internal sealed record RosterPerson(long Line, RegisterParticipant Registration, string? Email);
