using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Contracts.Audit;

/// <summary>Which entries of an audit log. Null means any.</summary>
/// <param name="Actor">Only by this actor, written as the log writes it: <c>user:0190…</c>.</param>
/// <param name="Action">Only this action.</param>
/// <param name="Subject">Only on this subject.</param>
/// <param name="Person">Only about this person's data.</param>
/// <param name="From">Only at this instant or later.</param>
/// <param name="Until">Only before this instant.</param>
public sealed record AuditFilter(
    string? Actor = null, string? Action = null, string? Subject = null, ParticipantId? Person = null, DateTimeOffset? From = null, DateTimeOffset? Until = null);
