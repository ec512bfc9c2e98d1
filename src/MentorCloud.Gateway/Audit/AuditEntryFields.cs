using MentorCloud.Contracts.Audit;
using MentorCloud.Domain.People;
using MentorCloud.Gateway.People;

namespace MentorCloud.Gateway.Audit;

/// <summary>Fields of <c>AuditEntry</c>.</summary>
internal static class AuditEntryFields
{
    public static int Number(AuditRecord parent) => checked((int)parent.Number);

    public static DateTimeOffset At(AuditRecord parent) => parent.Entry.At;

    public static string Actor(AuditRecord parent) => parent.Entry.Actor;

    public static string Action(AuditRecord parent) => parent.Entry.Action;

    public static string Subject(AuditRecord parent) => parent.Entry.Subject;

    public static async Task<ParticipantRow?> ParticipantAsync(AuditRecord parent, ParticipantLoader loader) =>
        parent.Entry.Person is { } person ? await loader.LoadAsync(person) : null;

    public static string? Detail(AuditRecord parent) => parent.Entry.Detail;
}
