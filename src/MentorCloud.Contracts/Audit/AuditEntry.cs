using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Contracts.Audit;

/// <summary>One line of a tenant's audit log.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Actor">Who, as <see cref="Domain.Access.Actor.ToString"/> writes it.</param>
/// <param name="Action">What: a fact's name, or <c>Read</c> and what was read.</param>
/// <param name="Subject">On what: <c>Pairing/{tenant}/{id}</c>.</param>
/// <param name="Person">Whose personal data it concerned; null when nobody's in particular.</param>
/// <param name="Detail">A short JSON object without confided text; null when there is nothing to add.</param>
public sealed record AuditEntry(DateTimeOffset At, string Actor, string Action, string Subject, ParticipantId? Person = null, string? Detail = null);
